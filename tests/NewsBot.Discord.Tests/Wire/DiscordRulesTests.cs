using System.Text;
using System.Text.Json;
using NewsBot.TestSupport.Discord;
using NewsBot.TestSupport.OpenApi;

namespace NewsBot.Discord.Tests.Wire;

/// <summary>The check that all other tests lean on finds what is wrong.</summary>
public sealed class DiscordRulesTests
{
    private const string Messages = "/channels/1/messages";

    /// <summary>Messages, and the part of each that is wrong.</summary>
    public static TheoryData<string, string> WrongMessages =>
        new()
        {
            { "{\"contents\":\"a\"}", "contents" },
            { "{\"content\":5}", "content" },
            { "{\"embeds\":[{\"titel\":\"a\"}]}", "titel" },
            { $"{{\"embeds\":[{{\"title\":\"{new string('x', 257)}\"}}]}}", "title" },
            { "{\"embeds\":[{\"fields\":[{\"name\":\"n\"}]}]}", "value" },
            { "{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":9,\"label\":\"x\"}]}]}", "components" },
            { "{\"components\":[{\"type\":1,\"components\":[]}]}", "components" },
            { "{\"allowed_mentions\":{\"parse\":[\"somebody\"]}}", "allowed_mentions" },
            { "{\"message_reference\":{\"message_id\":\"x\"}}", "message_reference" },
            { "{\"nonce\":\"12345678901234567890123456\"}", "nonce" },
        };

    [Theory]
    [InlineData("{\"content\":\"a\"}")]
    [InlineData("{\"embeds\":[{\"title\":\"a\",\"fields\":[{\"name\":\"n\",\"value\":\"v\"}]}],\"allowed_mentions\":{\"parse\":[]}}")]
    [InlineData(
        "{\"content\":\"a\",\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"x\",\"custom_id\":\"y\"}]}]}"
    )]
    public void Message_Valid_HasNoErrors(string body)
    {
        var errors = DiscordRules.Check("POST", Messages, new Dictionary<string, string>(), Parse(body));

        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(WrongMessages))]
    public void Message_Wrong_IsFoundByOurFacts(string body, string expected) => AssertFinds(DiscordRules.Facts, body, expected);

    [Fact]
    public void Message_Wrong_IsFoundByTheOfficialDescription()
    {
        var official = DiscordRules.RequireOfficial();

        Assert.All(WrongMessages, wrong => AssertFinds(official, wrong.Data.Item1, wrong.Data.Item2));
    }

    [Theory]
    [InlineData("/channels/abc/messages", "does not match")]
    [InlineData("/nothing/here", "no such operation")]
    public void Path_Wrong_IsFound(string path, string expected)
    {
        var errors = DiscordRules.Facts.Check("POST", path, new Dictionary<string, string>(), Parse("{}"));

        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/gateway/bot", "{}", "not take a body")]
    [InlineData("PUT", "/applications/1/commands", null, "body is missing")]
    public void Body_ThatIsNotWanted_OrIsMissing_IsFound(string method, string path, string? body, string expected)
    {
        var errors = DiscordRules.Facts.Check(method, path, new Dictionary<string, string>(), body is null ? null : Parse(body));

        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Facts_AgreeWithTheOfficialDescription() => Assert.Empty(DiscordRules.Facts.DifferencesFrom(DiscordRules.RequireOfficial()));

    [Theory]
    [InlineData("'properties':{'name':{'type':'string','maxLength':32}},'required':['name']", "")]
    [InlineData("'properties':{'kind':{'type':'integer','enum':[2]}},'required':['name']", "")]
    [InlineData("'properties':{'nam':{'type':'string'}},'required':['name']", "nam is unknown")]
    [InlineData("'properties':{'name':{'type':'string','maxLength':33}},'required':['name']", "has maxLength 32, not 33")]
    [InlineData("'properties':{'name':{'type':'string'}},'required':['name']", "has maxLength 32, not nowhere")]
    [InlineData("'properties':{'name':{'type':'integer','maxLength':32}},'required':['name']", "not of type integer")]
    [InlineData("'properties':{'kind':{'type':'integer','enum':[3]}},'required':['name']", "kind matches none")]
    [InlineData("'properties':{'name':{'type':'string','maxLength':32}}", "name is required")]
    [InlineData("'required':['name','kind']", "kind is not required")]
    public void Comparison_FindsWhatTheOtherDescriptionDoesNotSay(string body, string expected)
    {
        const string Other = """
            { "type": ["object", "null"], "properties": {
                "name": { "oneOf": [{ "type": "null" }, { "type": "string", "maxLength": 32 }] },
                "kind": { "type": "integer", "oneOf": [{ "const": 1 }, { "const": 2 }] } }, "required": ["name"] }
            """;

        var differences = Describe($"{{'type':'object',{body}}}".Replace('\'', '"')).DifferencesFrom(Describe(Other));

        if (expected.Length == 0)
            Assert.Empty(differences);
        else
            Assert.Contains(expected, Assert.Single(differences), StringComparison.Ordinal);
    }

    private static void AssertFinds(OpenApiDescription description, string body, string expected)
    {
        var errors = description.Check("POST", Messages, new Dictionary<string, string>(), Parse(body));

        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    private static OpenApiDescription Describe(string body)
    {
        var request = $$"""{ "content": { "application/json": { "schema": {{body}} } } }""";
        var json = $$"""{ "paths": { "/things": { "post": { "requestBody": {{request}} } } } }""";
        return OpenApiDescription.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));
    }

    private static JsonElement Parse(string body) => JsonSerializer.Deserialize<JsonElement>(body);
}
