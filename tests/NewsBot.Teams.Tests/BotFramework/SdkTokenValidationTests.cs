using System.Security.Claims;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Http;
using NewsBot.Teams.Options;
using NewsBot.Teams.Tests.Support;
using NewsBot.Teams.Tests.Trust;
using NewsBot.Teams.Trust;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.BotFramework;

/// <summary>The SDK's check of tokens by itself, without ours before it.</summary>
public sealed class SdkTokenValidationTests : IDisposable
{
    /// <summary>What the SDK lets pass: why our own check stays before it. Should it learn better, this list becomes shorter.</summary>
    private static readonly string[] Believed =
    [
        "no kid",
        "critical extension",
        "audience list",
        "expiry as text",
        "duplicated claim",
        "duplicated header member",
    ];

    private readonly ManualTime _time = new(Given.Morning);
    private readonly TokenForge _forge = new(Given.Morning);
    private readonly TeamsHttp _http;
    private readonly SigningKeys _keys;
    private readonly SdkTokenValidation _validation;
    private string _document = TokenForge.Keys();

    public SdkTokenValidationTests()
    {
        var options = new TeamsOptions
        {
            AppId = TokenForge.AppId,
            AppPassword = "secret",
            TenantId = "tenant-1",
            OpenIdMetadataUrl = new Uri(TokenForge.MetadataUrl),
        };
        var connector = new ScriptedConnector(_time);
        connector.Serve(TokenForge.MetadataUrl, () => TokenForge.Metadata);
        connector.Serve(TokenForge.KeysUrl, () => _document);
        _http = new TeamsHttp(connector);
        _keys = new SigningKeys(options, _http, _time, NullLogger<SigningKeys>.Instance);
        _validation = new SdkTokenValidation(options, _keys, _time);
    }

    public static TheoryData<string> Names => [.. InboundTrustTests.Forgeries.Keys];

    public void Dispose()
    {
        _validation.Dispose();
        _keys.Dispose();
        _http.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ForgedToken_IsRefusedBySdkToo_ButForThoseThatAreKnown(string name)
    {
        var header = InboundTrustTests.Forgeries[name](_forge);

        var refused = await Record.ExceptionAsync(() => IdentifyAsync(header)) is UnauthorizedAccessException;

        Assert.Equal(!Believed.Contains(name), refused);
    }

    [Theory]
    [InlineData("Bearer ")]
    [InlineData("bearer ")]
    public async Task RightToken_IsBelieved(string scheme)
    {
        var identity = await _validation.IdentifyAsync(
            scheme + _forge.Good(),
            "msteams",
            TokenForge.ServiceUrl,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(TokenForge.AppId, identity.FindFirst("aud")?.Value);
    }

    [Fact]
    public async Task NewKeys_AreTakenAtOnce_AndOldOnesNoLonger()
    {
        var oldToken = "Bearer " + _forge.Good();
        var newToken = "Bearer " + _forge.Good(TokenForge.Header(kid: "key-2"), key: TokenForge.AttackersKey);
        await IdentifyAsync(oldToken);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => IdentifyAsync(newToken));

        _document = TokenForge.Keys("key-2", key: TokenForge.AttackersKey);
        _time.Advance(TimeSpan.FromMinutes(2));
        await _keys.RefreshAsync(TestContext.Current.CancellationToken);

        await IdentifyAsync(newToken);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => IdentifyAsync(oldToken));
    }

    private Task<ClaimsIdentity> IdentifyAsync(string header) =>
        _validation.IdentifyAsync(header, "msteams", TokenForge.ServiceUrl, TestContext.Current.CancellationToken);
}
