using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace NewsBot.TestSupport.Models;

/// <summary>Represents a request that a scripted model received.</summary>
public sealed partial class ModelCall
{
    private readonly JsonElement body;

    internal ModelCall(JsonElement body, HttpRequest request)
    {
        this.body = body;
        Authorization = request.Headers.Authorization;
        ApiKey = request.Headers["api-key"];
        Path = request.Path.Value!;
        Messages =
        [
            .. body.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, TextOf(message))),
        ];
        Passages =
        [
            .. Messages
                .Where(message => message.Role is "user" or "tool")
                .SelectMany(message => FencedLines().Matches(message.Text))
                .Select(ReadPassage),
        ];
    }

    /// <summary>Gets the role and text of each message.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages { get; }

    /// <summary>Gets the id and text of each passage in all messages.</summary>
    public IReadOnlyList<(string Id, string Text)> Passages { get; }

    /// <summary>Gets a value indicating whether tools were offered.</summary>
    public bool HasTools => body.TryGetProperty("tools", out var tools) && tools.GetArrayLength() > 0;

    /// <summary>Gets the names of the tools offered.</summary>
    public IReadOnlyList<string> Tools =>
        body.TryGetProperty("tools", out var tools)
            ? [.. tools.EnumerateArray().Select(tool => tool.GetProperty("function").GetProperty("name").GetString()!)]
            : [];

    /// <summary>Gets the requested model.</summary>
    public string? Model => body.TryGetProperty("model", out var model) ? model.GetString() : null;

    /// <summary>Gets the Authorization header.</summary>
    public string? Authorization { get; }

    /// <summary>Gets the header api-key, which Azure OpenAI uses instead.</summary>
    public string? ApiKey { get; }

    /// <summary>Gets the requested path.</summary>
    public string Path { get; }

    /// <summary>Gets a value indicating whether the request asks for a self-contained question.</summary>
    public bool IsRewrite => Messages[0].Text.StartsWith("You rewrite", StringComparison.Ordinal);

    /// <summary>Returns the id of the first passage that contains these words; null when none does.</summary>
    public string? IdOf(string words) => Passages.FirstOrDefault(passage => passage.Text.Contains(words, StringComparison.Ordinal)).Id;

    private static (string Id, string Text) ReadPassage(Match line)
    {
        using var passage = JsonDocument.Parse(line.Value);
        return (passage.RootElement.GetProperty("passage").GetString()!, passage.RootElement.GetProperty("text").GetString()!);
    }

    private static string TextOf(JsonElement message)
    {
        if (!message.TryGetProperty("content", out var content))
            return "";
        return content.ValueKind switch
        {
            JsonValueKind.String => content.GetString()!,
            JsonValueKind.Array => string.Concat(
                content.EnumerateArray().Select(part => part.TryGetProperty("text", out var text) ? text.GetString() : "")
            ),
            _ => "",
        };
    }

    [GeneratedRegex("""^\{"passage":.*\}$""", RegexOptions.Multiline)]
    private static partial Regex FencedLines();
}
