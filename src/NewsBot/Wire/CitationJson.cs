using System.Text.Json.Serialization;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Wire;

/// <summary>Represents the place of a statement in the archive.</summary>
internal sealed record CitationJson
{
    /// <summary>Gets the number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the article's source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Gets the outlet; omitted when it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outlet { get; init; }

    /// <summary>Gets the quote, verbatim: the article's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>Gets the UTF-16 offset of the first code unit.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the UTF-16 offset past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>Gets the address of the article's page with the quote marked.</summary>
    public required string Link { get; init; }

    /// <summary>Maps a citation.</summary>
    public static CitationJson From(Citation citation) =>
        new()
        {
            Number = citation.Number,
            Source = citation.Source,
            Headline = citation.Headline,
            Published = citation.Published,
            Outlet = citation.Outlet,
            Quote = citation.Quote,
            Start = citation.Range.Start,
            End = citation.Range.End,
            Link = citation.Link,
        };
}
