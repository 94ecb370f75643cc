using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using NewsBot.Teams.Options;
using NewsBot.Teams.Trust;

namespace NewsBot.Teams.Tokens;

/// <summary>Obtains tokens through Microsoft's own library, which caches and renews them. Thread-safe.</summary>
internal sealed class MsalTokens(TeamsOptions options) : IConnectorTokens
{
    /// <summary>Specifies the tenant in whose name multi-tenant bots get their tokens.</summary>
    private const string MultiTenantAuthority = "botframework.com";

    private readonly string _scope = options.TokenScope ?? TeamsCloud.Scope(options.TokenUrl);
    private readonly Lazy<IConfidentialClientApplication> _app = new(() => Build(options), LazyThreadSafetyMode.PublicationOnly);
    private readonly Lazy<IManagedIdentityApplication> _identity = new(() =>
        ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.AppId)).Build()
    );

    public async ValueTask<string?> GetAsync(bool renew, CancellationToken cancellationToken)
    {
        try
        {
            var result =
                options.AppType == TeamsAppType.UserAssignedMsi
                    ? await _identity
                        .Value.AcquireTokenForManagedIdentity(_scope.Replace("/.default", "", StringComparison.Ordinal))
                        .WithForceRefresh(renew)
                        .ExecuteAsync(cancellationToken)
                    : await _app.Value.AcquireTokenForClient([_scope]).WithForceRefresh(renew).ExecuteAsync(cancellationToken);
            return result.AccessToken;
        }
        catch (MsalException e)
        {
            throw new ConnectorTokenException($"{e.ErrorCode}: {FirstLine(e.Message)}", e);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or UnauthorizedAccessException or CryptographicException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            // The library does not wrap failures of the network or of the certificate's file.
            throw new ConnectorTokenException(FirstLine(e.Message), e);
        }
    }

    private static IConfidentialClientApplication Build(TeamsOptions options)
    {
        var tenant = options.AppType == TeamsAppType.MultiTenant ? MultiTenantAuthority : options.TenantId;
        var builder = ConfidentialClientApplicationBuilder
            .Create(options.AppId)
            .WithAuthority($"https://login.microsoftonline.com/{tenant}");
        return (
            options.CertificatePath is { } file
                ? builder.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, options.CertificatePassword), sendX5C: true)
                : builder.WithClientSecret(options.AppPassword)
        ).Build();
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
