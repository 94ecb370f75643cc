namespace NewsBot.Search.Index;

/// <summary>A document as the index sees it: a key, a headline and the texts of its passages.</summary>
public sealed record IndexDocument
{
    /// <summary>The caller's key, unique in the index.</summary>
    public required long Key { get; init; }

    /// <summary>A number of the caller's that is kept with the document, such as the article's id; see <see cref="IPassageIndex.Documents"/>.</summary>
    public long Owner { get; init; }

    /// <summary>Where the document came from, for filters: "source:" of <see cref="PassageQuery.Text"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Counts as part of every passage when matching.</summary>
    public required string Headline { get; init; }

    /// <summary>Day of publication (UTC); null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who may see the document: a number that the caller gives a meaning to, 0 (the default) to 63. See <see cref="PassageQuery.VisibleRights"/>.</summary>
    public byte RightsClass { get; init; }

    /// <summary>Passage texts; a passage's number is its position in this list.</summary>
    public required IReadOnlyList<string> Passages { get; init; }
}
