namespace NewsBot.Archive.Articles;

/// <summary>
/// Specifies who may see an article at a given time. An article has one stage; where several apply, the last in this list counts.
/// </summary>
public enum ArticleStage
{
    /// <summary>Every reader may see it: it answers.</summary>
    Current,

    /// <summary>A newer version answers; this one is shown, marked as such, on request.</summary>
    Superseded,

    /// <summary>Its time has not come: only staff with the right may see it.</summary>
    Embargoed,

    /// <summary>The newsroom withdrew it: it is never cited.</summary>
    Killed,
}
