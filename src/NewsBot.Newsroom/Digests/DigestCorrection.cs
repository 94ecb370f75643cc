namespace NewsBot.Newsroom.Digests;

/// <summary>Represents what has become of a report that an earlier digest of the same subscription told. Immutable.</summary>
public sealed record DigestCorrection
{
    /// <summary>Gets the source of the corrected version, or of the report that was withdrawn.</summary>
    public required string Source { get; init; }

    /// <summary>Gets a value indicating whether the newsroom withdrew it; nothing of its words is repeated then.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>Gets the outlet; null when unknown.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Gets the day of publication (UTC); null when unknown.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Gets the headline of the corrected version; null for a report that was withdrawn.</summary>
    public string? Headline { get; init; }

    /// <summary>Gets the link to the corrected version; null for a report that was withdrawn.</summary>
    public string? Link { get; init; }

    /// <summary>Gets the newsroom's note on the correction; null: none.</summary>
    public string? Note { get; init; }

    /// <summary>Gets a sentence of the version before; null where no sentence of it was replaced.</summary>
    public string? Before { get; init; }

    /// <summary>Gets the sentence that replaced it.</summary>
    public string? Now { get; init; }
}
