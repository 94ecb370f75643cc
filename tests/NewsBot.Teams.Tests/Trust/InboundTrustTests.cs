using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Teams.Options;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Trust;

/// <summary>Tokens that are right, and every way of forging one that we know.</summary>
public sealed class InboundTrustTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(Given.Morning);
    private readonly TokenForge _forge = new(Given.Morning);
    private readonly ScriptedConnector _connector;
    private int _keyFetches;

    public InboundTrustTests()
    {
        _connector = new ScriptedConnector(_time);
        _connector.Serve(TokenForge.MetadataUrl, () => TokenForge.Metadata);
        _connector.Serve(
            TokenForge.KeysUrl,
            () =>
            {
                _keyFetches++;
                return TokenForge.Keys();
            }
        );
        _connector.Serve("https://login.example.test/token", () => """{"access_token":"outbound-token","expires_in":3600}""");
    }

    /// <summary>Forgeries by name; each takes the right parts and gives a header that must not pass.</summary>
    internal static readonly Dictionary<string, Func<TokenForge, string>> Forgeries = new()
    {
        ["no header"] = _ => "",
        ["no scheme"] = forge => forge.Good(),
        ["basic scheme"] = forge => "Basic " + forge.Good(),
        ["empty token"] = _ => "Bearer ",
        ["alg none"] = forge =>
            "Bearer "
            + TokenForge.Part(TokenForge.Header("none").ToJsonString())
            + "."
            + TokenForge.Part(forge.Claims().ToJsonString())
            + ".",
        ["alg None with signature"] = forge => "Bearer " + forge.Good(TokenForge.Header("None")),
        ["alg missing"] = forge => "Bearer " + forge.Good(new JsonObject { ["kid"] = "key-1" }),
        ["HS256 with the public key"] = forge =>
            "Bearer "
            + TokenForge.Signed(
                TokenForge.Header("HS256").ToJsonString(),
                forge.Claims().ToJsonString(),
                bytes => HMACSHA256.HashData(TokenForge.Key.ExportSubjectPublicKeyInfo(), bytes)
            ),
        ["HS256 with the public key's PEM"] = forge =>
            "Bearer "
            + TokenForge.Signed(
                TokenForge.Header("HS256").ToJsonString(),
                forge.Claims().ToJsonString(),
                bytes => HMACSHA256.HashData(Encoding.ASCII.GetBytes(TokenForge.Key.ExportSubjectPublicKeyInfoPem()), bytes)
            ),
        ["PS256"] = forge =>
            "Bearer "
            + TokenForge.Signed(
                TokenForge.Header("PS256").ToJsonString(),
                forge.Claims().ToJsonString(),
                bytes => TokenForge.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)
            ),
        ["another key under the known kid"] = forge => "Bearer " + forge.Good(key: TokenForge.AttackersKey),
        ["unknown kid"] = forge => "Bearer " + forge.Good(TokenForge.Header(kid: "key-2"), key: TokenForge.AttackersKey),
        ["no kid"] = forge => "Bearer " + forge.Good(new JsonObject { ["alg"] = "RS256" }),
        ["key in the header"] = forge =>
            "Bearer "
            + forge.Good(
                new JsonObject
                {
                    ["alg"] = "RS256",
                    ["kid"] = "mine",
                    ["jku"] = "https://attacker.example/keys",
                },
                key: TokenForge.AttackersKey
            ),
        ["critical extension"] = forge =>
            "Bearer "
            + forge.Good(
                new JsonObject
                {
                    ["alg"] = "RS256",
                    ["kid"] = "key-1",
                    ["crit"] = new JsonArray("exp"),
                }
            ),
        ["hash other than alg"] = forge => "Bearer " + forge.Good(TokenForge.Header("RS512")),
        ["wrong issuer"] = forge => "Bearer " + forge.Good(claims: forge.Claims().With("iss", "https://sts.windows.net/x/")),
        ["no issuer"] = forge => "Bearer " + forge.Good(claims: Without(forge, "iss")),
        ["wrong audience"] = forge => "Bearer " + forge.Good(claims: forge.Claims().With("aud", "another-app")),
        ["audience list"] = forge =>
            "Bearer " + forge.Good(claims: forge.Claims().With("aud", new JsonArray(TokenForge.AppId, "another-app"))),
        ["no audience"] = forge => "Bearer " + forge.Good(claims: Without(forge, "aud")),
        ["another service URL"] = forge =>
            "Bearer " + forge.Good(claims: forge.Claims().With("serviceurl", "https://smba.trafficmanager.net/amer/")),
        ["no service URL"] = forge => "Bearer " + forge.Good(claims: Without(forge, "serviceurl")),
        ["expired"] = forge => "Bearer " + forge.Good(claims: forge.Claims().With("exp", Given.Morning.AddMinutes(-6).ToUnixTimeSeconds())),
        ["no expiry"] = forge => "Bearer " + forge.Good(claims: Without(forge, "exp")),
        ["expiry as text"] = forge => "Bearer " + forge.Good(claims: forge.Claims().With("exp", "9999999999")),
        ["not yet valid"] = forge =>
            "Bearer " + forge.Good(claims: forge.Claims().With("nbf", Given.Morning.AddMinutes(6).ToUnixTimeSeconds())),
        ["duplicated claim"] = forge =>
            "Bearer "
            + Resigned(forge.Claims().ToJsonString().Replace("\"aud\":", "\"aud\":\"another-app\",\"aud\":", StringComparison.Ordinal)),
        ["duplicated header member"] = forge =>
            "Bearer "
            + TokenForge.Signed(
                """{"alg":"none","alg":"RS256","kid":"key-1"}""",
                forge.Claims().ToJsonString(),
                bytes => TokenForge.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            ),
        ["claims that are a list"] = forge => "Bearer " + Resigned("[]"),
        ["claims that are no JSON"] = forge => "Bearer " + Resigned("{"),
        ["half of a surrogate pair"] = forge =>
            "Bearer " + Resigned(forge.Claims().ToJsonString().Replace("\"iss\":\"", "\"iss\":\"\\ud800", StringComparison.Ordinal)),
        ["JWE"] = forge => "Bearer " + TokenForge.Part("""{"alg":"RSA-OAEP","enc":"A256GCM"}""") + ".a.b.c.d",
        ["four parts"] = forge => "Bearer " + forge.Good() + ".AAAA",
        ["no signature"] = forge => "Bearer " + forge.Good()[..(forge.Good().LastIndexOf('.') + 1)],
        ["padding"] = forge => "Bearer " + forge.Good() + "==",
        ["changed claims"] = forge => Changed(forge),
        ["1 MB"] = forge => "Bearer " + new string('A', 1 << 20),
        ["1 MB that is signed"] = forge => "Bearer " + forge.Good(claims: forge.Claims().With("pad", new string('A', 1 << 20))),
        ["two tokens"] = forge => "Bearer " + forge.Good() + ", Bearer " + forge.Good(),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ForgedToken_IsRefusedLikeEveryOther_AndLeadsToNoCall(string name)
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(
            Message(),
            request => request.Headers.TryAddWithoutValidation("Authorization", Forgeries[name](_forge))
        );

        await host.WhenIdleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(response.Headers, h => h.Key is not ("Date" or "Server"));
        Assert.Empty(host.Connector.Calls);
        Assert.Empty(host.Newsroom.Asked);
        Assert.Equal(0, (await host.Store.CountAsync(TestContext.Current.CancellationToken)).WaitingTurns);
    }

    [Theory]
    [InlineData("RS256", "SHA256")]
    [InlineData("RS384", "SHA384")]
    [InlineData("RS512", "SHA512")]
    public async Task RightToken_IsServed_AndTheAnswerCarriesOurs(string algorithm, string hash)
    {
        await using var host = await StartAsync();
        var token = _forge.Good(TokenForge.Header(algorithm), hash: new HashAlgorithmName(hash));

        using var response = await host.PostAsync(
            Message(),
            request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token)
        );
        await host.Connector.WaitForMessagesAsync(1);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.All(host.Connector.Calls, call => Assert.Equal("Bearer outbound-token", call.Authorization));
        Assert.Empty(host.Connector.Faults);
    }

    [Theory]
    [InlineData("exp", -4)]
    [InlineData("nbf", 4)]
    public async Task TokenWithinTheSkew_IsServed(string claim, int minutes)
    {
        await using var host = await StartAsync();
        var token = _forge.Good(claims: _forge.Claims().With(claim, Given.Morning.AddMinutes(minutes).ToUnixTimeSeconds()));

        using var response = await host.PostAsync(
            Message(),
            request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token)
        );

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Theory]
    [InlineData("https://attacker.example/")]
    [InlineData("https://botframework.com.attacker.example/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net@attacker.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("http://127.0.0.1:9/")]
    public async Task ServiceUrl_OutsideTheList_IsRefused(string serviceUrl)
    {
        await using var host = await StartAsync();
        var token = _forge.Good(claims: _forge.Claims().With("serviceurl", serviceUrl));

        using var response = await host.PostAsync(
            Message().With("serviceUrl", serviceUrl),
            request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token)
        );

        await host.WhenIdleAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task Channel_ThatTheKeyDoesNotEndorse_IsRefused()
    {
        await using var host = await StartAsync();

        using var response = await host.PostAsync(
            Message().With("channelId", "slack"),
            request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _forge.Good())
        );

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task UnknownKidStorm_FetchesKeysOnceAMinute()
    {
        await using var host = await StartAsync();
        for (var i = 0; i < 200; i++)
        {
            using var response = await host.PostAsync(
                Message(),
                request =>
                    request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _forge.Good(TokenForge.Header(kid: $"storm-{i}")))
            );
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        var inTheFirstMinute = _keyFetches;
        _time.Advance(TimeSpan.FromSeconds(61));
        using var later = await host.PostAsync(
            Message(),
            request =>
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _forge.Good(TokenForge.Header(kid: "storm-later")))
        );

        Assert.Equal(1, inTheFirstMinute);
        Assert.Equal(2, _keyFetches);
        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task NewKey_IsFoundAMinuteLater_AndTheKeysAreFetchedAgainAfterADay()
    {
        var kid = "key-1";
        _connector.Serve(
            TokenForge.KeysUrl,
            () =>
            {
                _keyFetches++;
                return TokenForge.Keys(kid);
            }
        );
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(host, "key-1", TimeSpan.Zero));
        kid = "key-2";
        _time.Advance(TimeSpan.FromMinutes(2));

        var rolled = await PostAsync(host, "key-2", TimeSpan.FromMinutes(2));
        var fetchesAfterRoll = _keyFetches;
        _time.Advance(TimeSpan.FromHours(23));
        await PostAsync(host, "key-2", TimeSpan.FromHours(24));
        var fetchesWithinTheDay = _keyFetches;
        _time.Advance(TimeSpan.FromHours(2));
        await PostAsync(host, "key-2", TimeSpan.FromHours(26));

        Assert.Equal(HttpStatusCode.Accepted, rolled);
        Assert.Equal(2, fetchesAfterRoll);
        Assert.Equal(2, fetchesWithinTheDay);
        Assert.Equal(3, _keyFetches);
    }

    [Fact]
    public async Task Keys_ThatCannotBeFetched_AskTheCallerToComeAgain_AndKnownOnesStayInUse()
    {
        var reachable = false;
        _connector.Serve(
            TokenForge.KeysUrl,
            _ =>
                reachable
                    ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(TokenForge.Keys()) }
                    : new HttpResponseMessage(HttpStatusCode.InternalServerError)
        );
        await using var host = await StartAsync();

        var without = await PostAsync(host, "key-1", TimeSpan.Zero);
        reachable = true;
        _time.Advance(TimeSpan.FromMinutes(2));
        var with = await PostAsync(host, "key-1", TimeSpan.FromMinutes(2));
        reachable = false;
        _time.Advance(TimeSpan.FromHours(30));
        var old = await PostAsync(host, "key-1", TimeSpan.FromHours(31));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, without);
        Assert.Equal(HttpStatusCode.Accepted, with);
        Assert.Equal(HttpStatusCode.Accepted, old);
    }

    private static JsonObject Message() => Activities.Message().With("serviceUrl", TokenForge.ServiceUrl);

    private async Task<HttpStatusCode> PostAsync(TeamsHost host, string kid, TimeSpan since)
    {
        var claims = _forge.Claims().With("exp", (Given.Morning + since).AddMinutes(10).ToUnixTimeSeconds());
        using var response = await host.PostAsync(
            Message(),
            request =>
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + _forge.Good(TokenForge.Header(kid: kid), claims))
        );
        return response.StatusCode;
    }

    private Task<TeamsHost> StartAsync() =>
        TeamsHost.StartAsync(
            _folder,
            new TeamsOptions
            {
                AppId = TokenForge.AppId,
                AppPassword = "secret",
                TenantId = "tenant-1",
                OpenIdMetadataUrl = new Uri(TokenForge.MetadataUrl),
                TokenUrl = new Uri("https://login.example.test/token"),
            },
            connector: _connector,
            time: _time
        );

    private static JsonObject Without(TokenForge forge, string claim)
    {
        var claims = forge.Claims();
        claims.Remove(claim);
        return claims;
    }

    private static string Resigned(string claims) =>
        TokenForge.Signed(
            TokenForge.Header().ToJsonString(),
            claims,
            bytes => TokenForge.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );

    private static string Changed(TokenForge forge)
    {
        var parts = forge.Good().Split('.');
        return $"Bearer {parts[0]}.{TokenForge.Part(forge.Claims().With("sub", "someone").ToJsonString())}.{parts[2]}";
    }
}
