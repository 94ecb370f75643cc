using NewsBot.Newsroom.Digests;

namespace NewsBot.Wire;

/// <summary>A digest as programs read it, on the command line and over HTTP.</summary>
internal sealed record DigestJson
{
    /// <summary>The day; null when no article of the archive has one.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>Words that every story has to do with, or null.</summary>
    public required string? Topic { get; init; }

    /// <summary>The desk that it was written for; null: for somebody who may see everything.</summary>
    public required string? Desk { get; init; }

    /// <summary>Articles of the day.</summary>
    public required int Articles { get; init; }

    /// <summary>The digest as plain text; one line for an empty day.</summary>
    public required string Text { get; init; }

    /// <summary>Most important first.</summary>
    public required IReadOnlyList<DigestStoryJson> Stories { get; init; }

    /// <summary>Of all stories, by number.</summary>
    public required IReadOnlyList<CitationJson> Citations { get; init; }

    /// <summary>Maps a digest; null is an archive without days.</summary>
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
        };

    /// <summary>Said where the newest day is wanted and there is none.</summary>
    public const string NoDays = "No article of the archive has a date, so there is no digest.";
}
