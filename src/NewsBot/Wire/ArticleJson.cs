using System.Text.Json.Serialization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;

namespace NewsBot.Wire;

/// <summary>An article of the archive.</summary>
internal sealed record ArticleJson
{
    /// <summary>The file or URL that the article came from.</summary>
    public required string Source { get; init; }

    /// <summary>Never empty.</summary>
    public required string Headline { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public required DateOnly? Published { get; init; }

    /// <summary>The body, which citations quote by UTF-16 offset.</summary>
    public required string Text { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public required string? Author { get; init; }

    /// <summary>Who published it, or null.</summary>
    public required string? Outlet { get; init; }

    /// <summary>Where it can be read on the web, or null.</summary>
    public required string? Url { get; init; }

    /// <summary>The section of the paper, or null.</summary>
    public required string? Section { get; init; }

    /// <summary>BCP 47 language tag, or null.</summary>
    public required string? Language { get; init; }

    /// <summary><c>published</c>, <c>updated</c>, <c>corrected</c> or <c>superseded</c>.</summary>
    public required string State { get; init; }

    /// <summary>The number that the source gives this version; left out where it gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    /// <summary>What the newsroom says about this version; left out where it says nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? StateNote { get; init; }

    /// <summary>From when a newer version answers; left out where none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SupersededFrom { get; init; }

    /// <summary>Maps an article.</summary>
    public static ArticleJson From(ArchivedArticle archived, DateTimeOffset now) =>
        From(archived.Article) with
        {
            // A first version without a time is superseded since ever, which is no time to tell.
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
