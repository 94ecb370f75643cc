using System.Text;
using System.Text.Json.Serialization;
using NewsBot.Search.Analysis;
using NewsBot.Search.Index;

namespace NewsBot.Elastic;

/// <summary>Represents one passage as the engine keeps it. Immutable.</summary>
internal sealed record PassageRecord
{
    /// <summary>Specifies the mark for stop words left out: no term, since it has no letter.</summary>
    public const char Gap = '_';

    /// <summary>Gets the key of the document.</summary>
    [JsonPropertyName("document")]
    public required long Document { get; init; }

    /// <summary>Gets the number of the passage in the document.</summary>
    [JsonPropertyName("passage")]
    public required int Passage { get; init; }

    /// <summary>Gets the number of passages of the document.</summary>
    [JsonPropertyName("passages")]
    public required int Passages { get; init; }

    /// <summary>Gets the number of the write that brought the passage.</summary>
    [JsonPropertyName("write")]
    public required long Write { get; init; }

    /// <summary>Gets the key of the document and the number of the write, in one text.</summary>
    [JsonPropertyName("copy")]
    public required string Copy { get; init; }

    /// <summary>Gets the owner of the document.</summary>
    [JsonPropertyName("owner")]
    public required long Owner { get; init; }

    /// <summary>Gets the source of the document in upper case.</summary>
    [JsonPropertyName("source")]
    public required string Source { get; init; }

    /// <summary>Gets the rights class of the document.</summary>
    [JsonPropertyName("rights")]
    public required byte Rights { get; init; }

    /// <summary>Gets the day of publication; null: unknown.</summary>
    [JsonPropertyName("published")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Published { get; init; }

    /// <summary>Gets the terms of the headline, separated by spaces.</summary>
    [JsonPropertyName("headline")]
    public required string Headline { get; init; }

    /// <summary>Gets the terms of the passage, separated by spaces.</summary>
    [JsonPropertyName("body")]
    public required string Body { get; init; }

    /// <summary>Gets the id of the engine's document: a request that is repeated writes the same one.</summary>
    [JsonIgnore]
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Copy}-{Passage}");

    /// <summary>Returns the passages of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="write">The number of the write.</param>
    public static IEnumerable<PassageRecord> Of(IndexDocument document, long write)
    {
        var (headline, copy) = (TermsOf(document.Headline), CopyOf(document.Key, write));
        return document.Passages.Select(
            (text, passage) =>
                new PassageRecord
                {
                    Document = document.Key,
                    Passage = passage,
                    Passages = document.Passages.Count,
                    Write = write,
                    Copy = copy,
                    Owner = document.Owner,
                    Source = Folded(document.Source),
                    Rights = document.RightsClass,
                    Published = document.Published,
                    Headline = headline,
                    Body = TermsOf(text),
                }
        );
    }

    /// <summary>Returns what tells one write's passages of a document from those of other writes.</summary>
    public static string CopyOf(long document, long write) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{document}:{write}");

    /// <summary>Returns a source, or a part of one, as it is compared: regardless of case.</summary>
    public static string Folded(string source) => source.ToUpperInvariant();

    /// <summary>Returns terms, and marks where stop words were, separated by spaces.</summary>
    private static string TermsOf(string text)
    {
        var (terms, gap) = (new StringBuilder(text.Length), false);
        foreach (var token in TextAnalyzer.Analyze(text))
        {
            if (!token.IsStopWord)
                Append(terms, gap).Append(token.Term);
            gap = token.IsStopWord;
        }

        return terms.ToString();
    }

    private static StringBuilder Append(StringBuilder terms, bool gap)
    {
        if (terms.Length > 0)
            terms.Append(' ');
        return gap ? terms.Append(Gap).Append(' ') : terms;
    }
}
