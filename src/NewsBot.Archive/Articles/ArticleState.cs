namespace NewsBot.Archive.Articles;

/// <summary>Says what a version of an article is to the versions before it. An embargo is apart: see <see cref="Article.EmbargoedUntil"/>.</summary>
public enum ArticleState
{
    /// <summary>A report as it was first published.</summary>
    Published,

    /// <summary>A newer version that adds to the ones before it.</summary>
    Updated,

    /// <summary>A newer version that puts right what the ones before it had wrong.</summary>
    Corrected,

    /// <summary>The newsroom withdrew the report: it is never cited again.</summary>
    Killed,
}
