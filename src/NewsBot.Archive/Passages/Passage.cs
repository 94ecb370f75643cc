namespace NewsBot.Archive.Passages;

/// <summary>
/// Represents a paragraph of an article, a part of a long one, or a run of short ones (<see cref="ArchivedArticle.Excerpts"/>). Ranges
/// are offsets into the article's text.
/// </summary>
public sealed record Passage
{
    /// <summary>
    /// Specifies the maximum length of a passage, in UTF-16 code units; the unit in which passage retrieval of news is measured here.
    /// </summary>
    public const int MaxChars = 900;

    /// <summary>Gets the position among the article's passages, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the range of the passage in the text, without surrounding white space.</summary>
    public required TextRange Range { get; init; }

    /// <summary>
    /// Gets its sentences in order, without the white space between them; together they cover every other character of the passage.
    /// </summary>
    public required IReadOnlyList<TextRange> Sentences { get; init; }
}
