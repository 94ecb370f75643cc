using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents the stories of one day. Every sentence in it is a verbatim statement with citations. Immutable.</summary>
public sealed record Digest
{
    /// <summary>Gets the day (UTC) that the digest covers.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Gets the words that every story is about; null for all stories.</summary>
    public string? Topic { get; init; }

    /// <summary>Gets the name of the desk that the digest was written for; null for a reader who may see everything.</summary>
    public string? Desk { get; init; }

    /// <summary>
    /// Gets the number of articles in the day's stories (or those on the topic), shown or not, copies included; an
    /// undated article counts with its story.
    /// </summary>
    public required int Articles { get; init; }

    /// <summary>Gets the stories, most important first; empty when the day has none.</summary>
    public required IReadOnlyList<DigestStory> Stories { get; init; }

    /// <summary>Gets the citations of all stories, numbered from 1 in order of first use.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Gets the sources of all articles shown, cited or not.</summary>
    public IReadOnlyList<string> Sources =>
        [
            .. Stories
                .SelectMany(story => story.Sources)
                .Select(source => source.Source)
                .Concat(Citations.Select(citation => citation.Source))
                .Distinct(StringComparer.Ordinal),
        ];
}
