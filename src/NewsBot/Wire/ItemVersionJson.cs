using System.Text.Json.Serialization;
using NewsBot.Archive.Passages;

namespace NewsBot.Wire;

/// <summary>A version of an item; the oldest comes first.</summary>
internal sealed record ItemVersionJson
{
    /// <summary>The article's source.</summary>
    public required string Source { get; init; }

    /// <summary>As <see cref="VersionNoteJson.NameOf"/> names it.</summary>
    public required string State { get; init; }

    /// <summary>The article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>When it was published, or null.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>The number that its source gives it; left out where it gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>Until when it is held; left out where it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>When it was withdrawn; left out where it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>Whether its state was read from its words, and not from a field.</summary>
    public required bool IsReadFromText { get; init; }

    /// <summary>Maps a version.</summary>
    public static ItemVersionJson From(ArticleVersion version)
    {
        var article = version.Article.Article;
        return new ItemVersionJson
        {
            Source = article.Source,
            State = VersionNoteJson.NameOf(version.Stage, article.State),
            Headline = article.Headline,
            Published = article.Published,
            Version = article.Version,
            EmbargoedUntil = article.EmbargoedUntil,
            Withdrawn = version.Article.Standing.Withdrawal?.At,
            IsReadFromText = article.IsStateReadFromText,
        };
    }
}
