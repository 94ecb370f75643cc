using System.Text.Json.Serialization;
using NewsBot.Newsroom.Digests;

namespace NewsBot.Wire;

/// <summary>Represents a digest as programs read it, on the command line and over HTTP.</summary>
internal sealed record DigestJson
{
    /// <summary>Gets the day; null when no article of the archive has one.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>Gets the words that every story is about, or null.</summary>
    public required string? Topic { get; init; }

    /// <summary>Gets the desk that it was written for; null: for a reader who may see everything.</summary>
    public required string? Desk { get; init; }

    /// <summary>Gets the number of articles of the day.</summary>
    public required int Articles { get; init; }

    /// <summary>Gets the digest as plain text; one line for an empty day.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the stories, most important first.</summary>
    public required IReadOnlyList<DigestStoryJson> Stories { get; init; }

    /// <summary>Gets the citations of all stories, by number.</summary>
    public required IReadOnlyList<CitationJson> Citations { get; init; }

    /// <summary>Gets the number of the articles that are in no story.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Gets the articles that are in no story.</summary>
    public required IReadOnlyList<DigestSourceJson> MoreReports { get; init; }

    /// <summary>Gets since when articles count (UTC); omitted for the digest of a day, as are those below.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets until when articles count (UTC).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>Gets what has become of reports that were told before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DigestCorrectionJson>? Corrected { get; init; }

    /// <summary>Gets the number of old articles that arrived, which are not told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OlderReports { get; init; }

    /// <summary>Maps a digest; null stands for an archive without days.</summary>
    public static DigestJson From(Digest? digest) =>
        new()
        {
            Date = digest?.Date,
            Topic = digest?.Topic,
            Desk = digest?.Desk,
            Articles = digest?.Articles ?? 0,
            Text = digest is null ? NoDays : DigestText.Write(digest),
            Stories = [.. (digest?.Stories ?? []).Select(DigestStoryJson.From)],
            Citations = [.. (digest?.Citations ?? []).Select(CitationJson.From)],
            LeftOut = digest?.LeftOut ?? 0,
            MoreReports = [.. (digest?.Others ?? []).SelectMany(day => day.Reports).Select(DigestSourceJson.From)],
            Since = digest?.Window?.From,
            Until = digest?.Window?.To,
            Corrected = digest?.Window is null ? null : [.. digest.Corrected.Select(DigestCorrectionJson.From)],
            OlderReports = digest?.Window is null ? null : digest.Older.Count,
        };

    /// <summary>Specifies the reply to a request for the newest day where there is none.</summary>
    public const string NoDays = "No article of the archive has a date, so there is no digest.";
}
