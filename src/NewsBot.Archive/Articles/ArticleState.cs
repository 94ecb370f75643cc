namespace NewsBot.Archive.Articles;

/// <summary>
/// Specifies the relation of a version to the versions before it. An embargo is separate: see <see cref="Article.EmbargoedUntil"/>.
/// </summary>
public enum ArticleState
{
    /// <summary>An article as first published.</summary>
    Published,

    /// <summary>A newer version that adds to the earlier ones.</summary>
    Updated,

    /// <summary>A newer version that corrects the earlier ones.</summary>
    Corrected,

    /// <summary>The newsroom withdrew the article: it is never cited again.</summary>
    Killed,
}
