using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

public sealed class TlsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Host_WithACertificateInTheSettings_ServesHttpsWithIt()
    {
        using var certificate = Certificate();
        folder.Write("tls.pem", certificate.ExportCertificatePem());
        folder.Write("tls.key", certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var kestrel = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Kestrel:Certificates:Default:Path"] = folder["tls.pem"],
                    ["Kestrel:Certificates:Default:KeyPath"] = folder["tls.key"],
                }
            )
            .Build()
            .GetSection("Kestrel");
        await using var host = await TestHost.ListenAsync(
            [Some.ArticleLine("library.txt", "A library opened in York.")],
            settings => settings with { Server = kestrel },
            address: "https://127.0.0.1:0"
        );
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    RemoteCertificateValidationCallback = (_, presented, _, _) =>
                        presented?.GetCertHashString() == certificate.GetCertHashString(),
                },
            }
        );

        using var response = await client.GetAsync(
            new Uri(host.Client.BaseAddress!, "/health/live"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Uri.UriSchemeHttps, host.Client.BaseAddress!.Scheme);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
