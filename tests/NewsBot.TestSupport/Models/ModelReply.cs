using System.Text.Json;

namespace NewsBot.TestSupport.Models;

/// <summary>Represents the reaction of a scripted model to one request.</summary>
public sealed record ModelReply
{
    /// <summary>Gets the HTTP status; 200 streams.</summary>
    public int Status { get; private init; } = 200;

    /// <summary>Gets the pieces of the message, one event each.</summary>
    public IReadOnlyList<string> Pieces { get; private init; } = [];

    /// <summary>Gets the name and arguments, as JSON, of the function called; null: none.</summary>
    public (string Name, string Arguments)? Call { get; private init; }

    /// <summary>Gets the words of a refusal; null: none.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Gets how the stream ends.</summary>
    public ModelEnding Ending { get; private init; } = ModelEnding.Done;

    /// <summary>Gets the body sent instead of a stream; null: a stream is sent.</summary>
    public string? Raw { get; private init; }

    /// <summary>Gets the tokens reported by the last event; null: none are reported.</summary>
    public int? Tokens { get; init; } = 100;

    /// <summary>Returns the message in pieces of a few characters, as models send it.</summary>
    public static ModelReply Text(string text) => new() { Pieces = [.. text.Chunk(17).Select(chunk => new string(chunk))] };

    /// <summary>Returns statements as the JSON object requested.</summary>
    public static ModelReply Statements(params ScriptedStatement[] statements) => Text(JsonOf(statements));

    /// <summary>Returns a call of the search tool.</summary>
    public static ModelReply Searching(string query) => new() { Call = ("search_passages", JsonSerializer.Serialize(new { query })) };

    /// <summary>Returns a call of the tool that reads articles.</summary>
    public static ModelReply Reading(string source) => new() { Call = ("get_article", JsonSerializer.Serialize(new { source })) };

    /// <summary>Returns a call of a function.</summary>
    public static ModelReply Calling(string name, string arguments) => new() { Call = (name, arguments) };

    /// <summary>Returns a status other than success.</summary>
    public static ModelReply Failing(int status) => new() { Status = status };

    /// <summary>Returns a refusal in its own field, as in the API.</summary>
    public static ModelReply Refusing(string words = "I can't help with that.") => new() { Refusal = words };

    /// <summary>Returns a reply of headers, and then nothing until the caller leaves.</summary>
    public static ModelReply Silent() => new() { Ending = ModelEnding.Silence };

    /// <summary>Returns the same piece over and over until the caller leaves.</summary>
    public static ModelReply Endless(string piece = "and so on ") => new() { Pieces = [piece], Ending = ModelEnding.Endless };

    /// <summary>Returns a reply whose connection closes in the middle.</summary>
    public static ModelReply Closing(string text) => Text(text) with { Ending = ModelEnding.Closed };

    /// <summary>Returns a reply whose stream ends in the middle, without an error.</summary>
    public static ModelReply Cutting(string text) => Text(text) with { Ending = ModelEnding.Cut };

    /// <summary>Returns a reply whose stream stays open and silent after these words.</summary>
    public static ModelReply Stalling(string text) => Text(text) with { Ending = ModelEnding.Silence };

    /// <summary>Returns a body that is not a stream of events.</summary>
    public static ModelReply Body(string raw) => new() { Raw = raw };

    /// <summary>Returns statements as JSON.</summary>
    public static string JsonOf(IEnumerable<ScriptedStatement> statements) =>
        JsonSerializer.Serialize(
            new
            {
                statements = statements.Select(statement => new
                {
                    text = statement.Text,
                    citations = statement.Citations.Select(citation => new { passage = citation.Passage, quote = citation.Quote }),
                }),
            }
        );
}
