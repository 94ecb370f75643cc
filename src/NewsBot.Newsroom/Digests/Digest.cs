using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents the stories of a day or a window. Every sentence in it is a verbatim statement with citations. Immutable.</summary>
public sealed record Digest
{
    /// <summary>Gets the day (UTC) that the digest covers, or on which its window ends.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets what the digest covers; null for a day.</summary>
    public DigestWindow? Window { get; init; }

    /// <summary>Gets the words that every story is about; null for all stories.</summary>
    public string? Topic { get; init; }

    /// <summary>Gets the name of the desk that the digest was written for; null for a reader who may see everything.</summary>
    public string? Desk { get; init; }

    /// <summary>Gets what has become of reports that were told before; shown first.</summary>
    public IReadOnlyList<DigestCorrection> Corrected { get; init; } = [];

    /// <summary>
    /// Gets the number of articles in the stories of the day or window (or those on the topic), shown or not, copies included; an undated
    /// article counts with its story.
    /// </summary>
    public required int Articles { get; init; }

    /// <summary>Gets the stories, most important first; empty when the day has none.</summary>
    public required IReadOnlyList<DigestStory> Stories { get; init; }

    /// <summary>Gets the citations of all stories, numbered from 1 in order of first use.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Gets the articles in no story shown, by day, the newest first and those without a day last.</summary>
    public IReadOnlyList<DigestOthers> Others { get; init; } = [];

    /// <summary>
    /// Gets the sources of articles that arrived in the window and were published more than <see cref="DigestWindow.OldAfter"/> before it:
    /// they are counted, not told. Not part of <see cref="Articles"/>.
    /// </summary>
    public IReadOnlyList<string> Older { get; init; } = [];

    /// <summary>Gets the number of articles in no story shown.</summary>
    public int LeftOut => Others.Sum(day => day.Reports.Count);

    /// <summary>Gets a value indicating whether there is nothing to show or to count.</summary>
    public bool IsEmpty => Stories.Count + Corrected.Count + Others.Count + Older.Count == 0;

    /// <summary>Gets the sources of all articles shown, cited or not, corrected versions included.</summary>
    public IReadOnlyList<string> Sources =>
        [
            .. Stories
                .SelectMany(story => story.Sources)
                .Select(source => source.Source)
                .Concat(Citations.Select(citation => citation.Source))
                .Concat(Corrected.Where(correction => !correction.IsWithdrawn).Select(correction => correction.Source))
                .Distinct(StringComparer.Ordinal),
        ];
}
