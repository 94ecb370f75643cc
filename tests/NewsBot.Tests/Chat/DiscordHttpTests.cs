using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Tests.Chat;

/// <summary>The whole host as Discord calls it over HTTP, made from settings alone.</summary>
public sealed class DiscordHttpTests : IAsyncLifetime
{
    private const string Ping = """{"id":"1","application_id":"1","type":1,"token":"t","version":1}""";
    private static readonly Ed25519Signer Signer = new([.. Enumerable.Range(1, 32).Select(number => (byte)number)]);
    private readonly TemporaryFolder folder = new();
    private ScriptedDiscord discord = null!;
    private OpenArchive? archive;
    private WebApplication? host;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync() => discord = await ScriptedDiscord.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        if (archive is not null)
            await archive.DisposeAsync();
        await discord.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_SignedByDiscord_IsAnswered_WithAndWithoutToken(bool hasToken)
    {
        await StartAsync(hasToken);
        var ask = ScriptedInteraction.Command("ask", ("question", "where was Putin?"));
        discord.ExpectCall(ask);

        var (status, body) = await CallAsync(ask.Json.ToJsonString(), Now);
        discord.Acknowledged(ask, JsonSerializer.Deserialize<JsonElement>(body));
        var edit = await discord.RequestAsync(request => request.IsEdit);

        Assert.Equal((HttpStatusCode.OK, """{"type":5}"""), (status, body));
        Assert.Contains("[1]", edit.Body!.Value.GetProperty("embeds")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        discord.AssertNoViolations();
    }

    [Fact]
    public async Task Commands_AreRegisteredForTheApplicationThatTheTokenBelongsTo()
    {
        await StartAsync(hasToken: true);

        var registration = await discord.RequestAsync(request => request.Method == "PUT");

        Assert.Equal($"/applications/{ScriptedDiscord.ApplicationId}/guilds/{ScriptedDiscord.GuildId}/commands", registration.Path);
    }

    [Fact]
    public async Task Ping_UnderTheNameOfATunnel_IsAnswered_AndOtherPathsAreNot()
    {
        await StartAsync(hasToken: false);

        var ping = await CallAsync(Ping, Now, host: "bot.tunnel.test");
        using var client = host!.GetTestClient();
        using var page = new HttpRequestMessage(HttpMethod.Get, "/");
        page.Headers.Host = "bot.tunnel.test";
        using var refused = await client.SendAsync(page, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, """{"type":1}"""), ping);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Theory]
    [InlineData(-6, 0)]
    [InlineData(6, 0)]
    [InlineData(0, 1)]
    public async Task Call_ThatIsStaleOrTamperedWith_IsRefused(int minutes, int changedByte)
    {
        await StartAsync(hasToken: false);

        var (status, body) = await CallAsync(Ping, Now.AddMinutes(minutes), changedByte);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.DoesNotContain("\"type\":1", body, StringComparison.Ordinal);
    }

    private async Task StartAsync(bool hasToken)
    {
        var environment = new Dictionary<string, string>
        {
            ["NEWSBOT__Discord__Mode"] = "Http",
            ["NEWSBOT__Discord__PublicKey"] = Convert.ToHexStringLower(Signer.PublicKey),
            ["NEWSBOT__Discord__ApiBaseUrl"] = discord.ApiBaseUrl.AbsoluteUri,
            ["NEWSBOT__Discord__GuildId"] = ScriptedDiscord.GuildId,
            ["NEWSBOT__Discord__Channels"] = ScriptedDiscord.ChannelId,
        };
        if (hasToken)
            environment["NEWSBOT__Discord__Token"] = ScriptedDiscord.Token;
        var loaded = SettingsLoader.Load(folder.Root, null, environment, new Dictionary<string, string?>());
        var settings = loaded.Settings! with { SeedsDirectory = RepositoryFolder.Seeds };
        archive = await OpenArchive.OpenAsync(settings, TextWriter.Null, TestContext.Current.CancellationToken);
        host = TestHost.InMemory(settings, archive);
        await host.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(HttpStatusCode Status, string Body)> CallAsync(
        string body,
        DateTimeOffset at,
        int changedByte = 0,
        string? host = null
    )
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Signer.Sign(Encoding.UTF8.GetBytes(timestamp + body));
        signature[10] ^= (byte)changedByte;
        using var client = this.host!.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/discord/interactions")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = host;
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(signature));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
