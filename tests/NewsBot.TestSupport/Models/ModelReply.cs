using System.Text.Json;

namespace NewsBot.TestSupport.Models;

/// <summary>What a scripted model does with one request.</summary>
public sealed record ModelReply
{
    /// <summary>The HTTP status; 200 streams.</summary>
    public int Status { get; private init; } = 200;

    /// <summary>Pieces of the message, one event each.</summary>
    public IReadOnlyList<string> Pieces { get; private init; } = [];

    /// <summary>Name and arguments, as JSON, of a function that is called; null: none.</summary>
    public (string Name, string Arguments)? Call { get; private init; }

    /// <summary>Words of a refusal; null: none.</summary>
    public string? Refusal { get; private init; }

    /// <summary>How the stream ends.</summary>
    public ModelEnding Ending { get; private init; } = ModelEnding.Done;

    /// <summary>Sent instead of a stream, as it is; null: a stream is sent.</summary>
    public string? Raw { get; private init; }

    /// <summary>Tokens that the last event reports; null: none are reported.</summary>
    public int? Tokens { get; init; } = 100;

    /// <summary>The message in pieces of a few characters, as models send it.</summary>
    public static ModelReply Text(string text) => new() { Pieces = [.. text.Chunk(17).Select(chunk => new string(chunk))] };

    /// <summary>Statements as the JSON object that was asked for.</summary>
    public static ModelReply Statements(params ScriptedStatement[] statements) => Text(JsonOf(statements));

    /// <summary>A call of the search tool.</summary>
    public static ModelReply Searching(string query) => new() { Call = ("search_passages", JsonSerializer.Serialize(new { query })) };

    /// <summary>A call of the tool that reads articles.</summary>
    public static ModelReply Reading(string source) => new() { Call = ("get_article", JsonSerializer.Serialize(new { source })) };

    /// <summary>A call of a function.</summary>
    public static ModelReply Calling(string name, string arguments) => new() { Call = (name, arguments) };

    /// <summary>A status that is no success.</summary>
    public static ModelReply Failing(int status) => new() { Status = status };

    /// <summary>A refusal in its own field, as the API has it.</summary>
    public static ModelReply Refusing(string words = "I can't help with that.") => new() { Refusal = words };

    /// <summary>Headers come, and then nothing until the caller leaves.</summary>
    public static ModelReply Silent() => new() { Ending = ModelEnding.Silence };

    /// <summary>The same piece over and over until the caller leaves.</summary>
    public static ModelReply Endless(string piece = "and so on ") => new() { Pieces = [piece], Ending = ModelEnding.Endless };

    /// <summary>The connection closes in the middle.</summary>
    public static ModelReply Closing(string text) => Text(text) with { Ending = ModelEnding.Closed };

    /// <summary>The stream ends in the middle, without an error.</summary>
    public static ModelReply Cutting(string text) => Text(text) with { Ending = ModelEnding.Cut };

    /// <summary>After these words the stream stays open and silent.</summary>
    public static ModelReply Stalling(string text) => Text(text) with { Ending = ModelEnding.Silence };

    /// <summary>A body that is no stream of events.</summary>
    public static ModelReply Body(string raw) => new() { Raw = raw };

    /// <summary>Statements as JSON.</summary>
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
