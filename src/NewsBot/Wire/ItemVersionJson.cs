using System.Text.Json.Serialization;
using NewsBot.Archive.Passages;

namespace NewsBot.Wire;

/// <summary>Represents a version of an item; the oldest comes first.</summary>
internal sealed record ItemVersionJson
{
    /// <summary>Gets the article's source.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the state, as named by <see cref="VersionNoteJson.NameOf"/>.</summary>
    public required string State { get; init; }

    /// <summary>Gets the article's headline.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the time of publication, or null.</summary>
    public required DateTimeOffset? Published { get; init; }

    /// <summary>Gets the number that its source gives it; omitted where it gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>Gets the end of its embargo; omitted where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Gets the time of withdrawal; omitted where it was not withdrawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Withdrawn { get; init; }

    /// <summary>Gets a value indicating whether its state was read from the text, not from a field.</summary>
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
