using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models.Attacks;

/// <summary>A line of the attacks or of the honest statements: what the model says to a question, and what it says it rests on.</summary>
public sealed partial record ScriptedTurn
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("kind")]
    public string Kind { get; init; } = "honest";

    [JsonPropertyName("question")]
    public required string Question { get; init; }

    [JsonPropertyName("text")]
    public required string Text { get; init; }

    /// <summary>The quotes; "@first" is the first passage that is shown.</summary>
    [JsonPropertyName("quotes")]
    public required IReadOnlyList<string> Quotes { get; init; }

    /// <summary>The id that all quotes name; null: that of the passage which has the quote.</summary>
    [JsonPropertyName("passage")]
    public string? Passage { get; init; }

    /// <summary>Words of the passage whose id an altered quote names.</summary>
    [JsonPropertyName("passage_of")]
    public string? PassageOf { get; init; }

    /// <summary>What was said before in the conversation.</summary>
    [JsonPropertyName("history")]
    public IReadOnlyList<string> History { get; init; } = [];

    public static IReadOnlyList<ScriptedTurn> ReadAll(string file) =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Models", "Attacks", file))
                .Select(line => JsonSerializer.Deserialize<ScriptedTurn>(line)!),
        ];

    public ModelReply Reply(ModelCall call)
    {
        if (call.IsRewrite)
            return ModelReply.Text(Question);
        return ModelReply.Statements(new ScriptedStatement(Text, [.. Quotes.Select(quote => Cite(call, quote))]));
    }

    private ScriptedCitation Cite(ModelCall call, string quote)
    {
        if (quote == "@first")
            return call.Passages.Count == 0 ? new("p1", "") : new(call.Passages[0].Id, call.Passages[0].Text);
        var words = Spaces().Replace(PassageOf ?? quote, " ");
        var found = call
            .Passages.FirstOrDefault(passage => Spaces().Replace(passage.Text, " ").Contains(words, StringComparison.Ordinal))
            .Id;
        return new(Passage ?? found ?? "p1", quote);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
