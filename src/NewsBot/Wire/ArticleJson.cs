using System.Text.Json.Serialization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Wire;

/// <summary>Represents an article of the archive.</summary>
internal sealed record ArticleJson
{
    /// <summary>Gets the file or URL that the article came from.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the headline; never empty.</summary>
    public required string Headline { get; init; }

    /// <summary>Gets the day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>Gets the body, which citations quote by UTF-16 offset.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the author, or null.</summary>
    public required string? Author { get; init; }

    /// <summary>Gets the outlet, or null.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Gets the web address, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>Gets the section of the paper, or null.</summary>
    public required string? Section { get; init; }

    /// <summary>Gets the BCP 47 language tag, or null.</summary>
    public required string? Language { get; init; }

    /// <summary>Gets <c>published</c>, <c>updated</c>, <c>corrected</c> or <c>superseded</c>.</summary>
    public required string State { get; init; }

    /// <summary>Gets the number that the source gives this version; omitted where it gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>Gets the newsroom's note on this version; omitted where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StateNote { get; init; }

    /// <summary>Gets the time from which a newer version answers; omitted where none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SupersededFrom { get; init; }

    /// <summary>Maps an article.</summary>
    public static ArticleJson From(ArchivedArticle archived, DateTimeOffset now) =>
        From(archived.Article) with
        {
            // A first version without a time has always been superseded, which is not a time to report.
            State = VersionNoteJson.NameOf(archived.StageAt(now), archived.Article.State),
            SupersededFrom = archived.Standing.SupersededFrom is { Year: > 1 } from ? from : null,
        };

    private static ArticleJson From(Article article) =>
        new()
        {
            State = VersionNoteJson.NameOf(ArticleStage.Current, article.State),
            Version = article.Version,
            StateNote = article.StateNote,
            Source = article.Source,
            Headline = article.Headline,
            Published = article.PublishedOn,
            Text = article.Text,
            Author = article.Author,
            Outlet = article.Outlet,
            Url = article.Url,
            Section = article.Section,
            Language = article.Language,
        };
}
