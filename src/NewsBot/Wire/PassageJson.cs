using System.Text.Json.Serialization;
using NewsBot.Archive.Passages;

namespace NewsBot.Wire;

/// <summary>A passage that a search found.</summary>
internal sealed record PassageJson
{
    /// <summary>The article's source.</summary>
    public required string Source { get; init; }

    /// <summary>The article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Verbatim: the article's text from <see cref="Start"/> to <see cref="End"/>.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset of the first code unit.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset past the last code unit.</summary>
    public required int End { get; init; }

    /// <summary>Higher is better; comparable within one search only.</summary>
    public required double Score { get; init; }

    /// <summary>What the score is made of; left out unless it was asked for.</summary>
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
