namespace NewsBot.Search.Index;

/// <summary>Represents a document for the index: a key, a headline and the texts of its passages.</summary>
public sealed record IndexDocument
{
    /// <summary>Gets the caller's key, unique in the index.</summary>
    public required long Key { get; init; }

    /// <summary>
    /// Gets a number of the caller's that is kept with the document, such as the article's id; see <see cref="IPassageIndex.Documents"/>.
    /// </summary>
    public long Owner { get; init; }

    /// <summary>Gets the source of the document, for filters: "source:" in <see cref="PassageQuery.Text"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the headline, which counts as part of every passage when matching.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the day of publication (UTC); null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>
    /// Gets who may see the document: a number from 0 (the default) to 63 whose meaning the caller defines. See
    /// <see cref="PassageQuery.VisibleRights"/>.
    /// </summary>
    public byte RightsClass { get; init; }

    /// <summary>Gets the texts of the passages; a passage's number is its position in this list.</summary>
    public required IReadOnlyList<string> Passages { get; init; }
}
