using System.Text.Json.Serialization;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Wire;

/// <summary>Represents what has become of a report that was told before.</summary>
internal sealed record DigestCorrectionJson
{
    /// <summary>Gets the source of the corrected version, or of the report that was withdrawn.</summary>
    public required string Source { get; init; }

    /// <summary>Gets a value indicating whether it was withdrawn; nothing of its words is repeated then.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>Gets the outlet; omitted when it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outlet { get; init; }

    /// <summary>Gets the day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Gets the headline of the corrected version; omitted where there is none, as are those below.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Headline { get; init; }

    /// <summary>Gets the page of the corrected version.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link { get; init; }

    /// <summary>Gets the newsroom's note.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Gets a sentence of the version before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Before { get; init; }

    /// <summary>Gets the sentence that replaced it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Now { get; init; }

    /// <summary>Maps a correction.</summary>
    public static DigestCorrectionJson From(DigestCorrection correction) =>
        new()
        {
            Source = correction.Source,
            IsWithdrawn = correction.IsWithdrawn,
            Outlet = correction.Outlet,
            Published = correction.Published,
            Headline = correction.Headline,
            Link = correction.Link,
            Note = correction.Note,
            Before = correction.Before,
            Now = correction.Now,
        };
}
