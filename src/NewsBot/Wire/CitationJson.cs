using System.Text.Json.Serialization;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Wire;

/// <summary>Where a statement stands in the archive.</summary>
internal sealed record CitationJson
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>The article's source.</summary>
    public required string Source { get; init; }

    /// <summary>The article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Who published the article; left out when nothing says so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outlet { get; init; }

    /// <summary>Verbatim: the article's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>UTF-16 offset of the first code unit.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>The article's page with the quote marked.</summary>
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
