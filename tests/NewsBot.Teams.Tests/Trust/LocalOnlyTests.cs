using System.Net;
using NewsBot.Teams.Options;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Trust;

/// <summary>Without an app id only this machine is served.</summary>
public sealed class LocalOnlyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.Accepted)]
    [InlineData("::1", HttpStatusCode.Accepted)]
    [InlineData("::ffff:127.0.0.1", HttpStatusCode.Accepted)]
    [InlineData("192.168.1.7", HttpStatusCode.Unauthorized)]
    [InlineData("::ffff:10.0.0.1", HttpStatusCode.Unauthorized)]
    [InlineData("2001:db8::1", HttpStatusCode.Unauthorized)]
    public async Task Peer_OffThisMachine_IsRefused(string peer, HttpStatusCode expected)
    {
        await using var host = await TeamsHost.StartAsync(_folder, peer: IPAddress.Parse(peer));

        using var response = await host.PostAsync(Activities.Message());

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://192.168.1.7/")]
    [InlineData("http://localhost.attacker.example/")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://localhost:5601/api")]
    [InlineData("http://[::1]/")]
    [InlineData("not a url")]
    [InlineData("")]
    public async Task ServiceUrl_OffThisMachine_IsRefused(string serviceUrl)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAsync(Activities.Message().With("serviceUrl", serviceUrl));

        await host.WhenIdleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(host.Connector.Calls);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080/", HttpStatusCode.Unauthorized)]
    [InlineData("http://127.0.0.1:8081/", HttpStatusCode.Accepted)]
    [InlineData("http://localhost:9/", HttpStatusCode.Unauthorized)]
    [InlineData("http://[::1]:9/", HttpStatusCode.Accepted)]
    public async Task LocalPort_IsServedOnlyWhereTheSettingsNameItOrItsAddress(string serviceUrl, HttpStatusCode expected)
    {
        var options = new TeamsOptions { LocalServicePorts = [8081], AllowedServiceHosts = ["[::1]"] };
        await using var host = await TeamsHost.StartAsync(_folder, options);

        using var response = await host.PostAsync(Activities.Message().With("serviceUrl", serviceUrl));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Real-IP", "203.0.113.9")]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "attacker.example")]
    public async Task Request_CarriedInByProxyOrBrowser_IsRefused(string header, string value)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAsync(Activities.Message(), request => request.Headers.TryAddWithoutValidation(header, value));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
