using System.Text.Json.Serialization;
using NewsBot.Archive.Passages;

namespace NewsBot.Wire;

/// <summary>Represents a passage found by a search.</summary>
internal sealed record PassageJson
{
    /// <summary>Gets the article's source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Gets the text, verbatim: the article's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the UTF-16 offset of the first code unit.</summary>
    public required int Start { get; init; }

    /// <summary>Gets the UTF-16 offset past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>Gets the score; higher is better, and only scores of one search are comparable.</summary>
    public required double Score { get; init; }

    /// <summary>Gets the parts of the score; omitted unless requested.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExplanationJson? Explanation { get; init; }

    /// <summary>Maps a passage with its explanation.</summary>
    public static PassageJson From(ExplainedPassage explained) =>
        From(explained.Passage) with
        {
            Explanation = ExplanationJson.From(explained.Explanation),
        };

    /// <summary>Maps a passage.</summary>
    public static PassageJson From(RetrievedPassage passage) =>
        new()
        {
            Source = passage.Article.Article.Source,
            Headline = passage.Article.Article.Headline,
            Published = passage.Article.Article.PublishedOn,
            Text = passage.Text,
            Start = passage.Passage.Range.Start,
            End = passage.Passage.Range.End,
            Score = Math.Round(passage.Score, 4),
        };
}
