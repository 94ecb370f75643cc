namespace NewsBot.Archive.Articles;

/// <summary>Says who may see an article at a time. An article has one stage; where several would hold, the later one here counts.</summary>
public enum ArticleStage
{
    /// <summary>Every reader may: it answers.</summary>
    Current,

    /// <summary>A newer version answers; this one is shown, marked, to those who ask for it.</summary>
    Superseded,

    /// <summary>Its time has not come: only staff with the right to may see it.</summary>
    Embargoed,

    /// <summary>The newsroom withdrew it: it is never cited.</summary>
    Killed,
}
