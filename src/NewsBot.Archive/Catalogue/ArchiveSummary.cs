namespace NewsBot.Archive.Catalogue;

/// <summary>Represents the contents of an archive, as readers see it. Immutable.</summary>
public sealed record ArchiveSummary
{
    /// <summary>Gets the number of articles.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets the days of publication.</summary>
    public required NewsDays Days { get; init; }

    /// <summary>Gets the names of the known outlets, the one with the most articles first.</summary>
    public required IReadOnlyList<string> Outlets { get; init; }

    /// <summary>Gets the names of the sections, the one with the most articles first.</summary>
    public required IReadOnlyList<string> Sections { get; init; }
}
