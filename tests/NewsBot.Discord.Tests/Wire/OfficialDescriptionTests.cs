using System.Text.Json;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Wire;

/// <summary>The check that all other tests lean on finds what is wrong.</summary>
public sealed class OfficialDescriptionTests
{
    private const string Messages = "/channels/1/messages";

    [Theory]
    [InlineData("{\"content\":\"a\"}")]
    [InlineData("{\"embeds\":[{\"title\":\"a\",\"fields\":[{\"name\":\"n\",\"value\":\"v\"}]}],\"allowed_mentions\":{\"parse\":[]}}")]
    [InlineData("{\"content\":\"a\",\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":1,\"label\":\"x\",\"custom_id\":\"y\"}]}]}")]
    public void Message_Valid_HasNoErrors(string body)
    {
        var errors = Check("POST", Messages, body);

        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("{\"contents\":\"a\"}", "contents is not known")]
    [InlineData("{\"content\":5}", "content is Number")]
    [InlineData("{\"embeds\":[{\"titel\":\"a\"}]}", "titel is not known")]
    [InlineData("{\"embeds\":[{\"fields\":[{\"name\":\"n\"}]}]}", "lacks value")]
    [InlineData("{\"components\":[{\"type\":1,\"components\":[{\"type\":2,\"style\":9,\"label\":\"x\"}]}]}", "fits none")]
    [InlineData("{\"allowed_mentions\":{\"parse\":[\"somebody\"]}}", "fits none")]
    [InlineData("{\"message_reference\":{\"message_id\":\"x\"}}", "fits none")]
    public void Message_Wrong_IsFound(string body, string expected)
    {
        var errors = Check("POST", Messages, body);

        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void EmbedTitle_TooLong_IsFound()
    {
        var errors = Check("POST", Messages, $"{{\"embeds\":[{{\"title\":\"{new string('x', 257)}\"}}]}}");

        Assert.Contains(errors, error => error.Contains("more than 256", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/channels/abc/messages", "does not match")]
    [InlineData("/nothing/here", "no such operation")]
    public void Path_Wrong_IsFound(string path, string expected)
    {
        var errors = Check("POST", path, "{}");

        Assert.Contains(errors, error => error.Contains(expected, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Check(string method, string path, string body) =>
        ScriptedDiscord.Description.Value.Check(method, path, new Dictionary<string, string>(), JsonSerializer.Deserialize<JsonElement>(body));
}
