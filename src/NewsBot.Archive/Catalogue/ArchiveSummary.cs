namespace NewsBot.Archive.Catalogue;

/// <summary>What an archive holds, as readers see it. Immutable.</summary>
public sealed record ArchiveSummary
{
    /// <summary>Gets the number of articles.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets the days of publication.</summary>
    public required NewsDays Days { get; init; }

    /// <summary>Gets the names of the outlets that are known, the one with most articles first.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Gets the names of the sections, the one with most articles first.</summary>
    public required IReadOnlyList<string> Sections { get; init; }
}
