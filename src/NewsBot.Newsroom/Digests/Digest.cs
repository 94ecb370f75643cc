using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Digests;

/// <summary>The stories of one day. Every sentence in it is a statement with citations, word for word. Immutable.</summary>
public sealed record Digest
{
    /// <summary>The day (UTC) whose articles it tells.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Words that every story has to do with; null for all stories.</summary>
    public string? Topic { get; init; }

    /// <summary>The desk that it was written for; null: for somebody who may see everything.</summary>
    public string? Desk { get; init; }

    /// <summary>Articles of the day's stories (of those on the topic), copies included, whether or not the stories are shown; an article without a day counts with its story.</summary>
    public required int Articles { get; init; }

    /// <summary>The stories, most important first; empty when the day has none.</summary>
    public required IReadOnlyList<DigestStory> Stories { get; init; }

    /// <summary>Numbered from 1 in order of first use, over all stories.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Gets the sources of all articles that it shows, cited or not.</summary>
    public IReadOnlyList<string> Sources =>
        [.. Stories.SelectMany(story => story.Sources).Select(source => source.Source).Concat(Citations.Select(citation => citation.Source)).Distinct(StringComparer.Ordinal)];
}
