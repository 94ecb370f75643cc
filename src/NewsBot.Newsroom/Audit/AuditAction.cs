namespace NewsBot.Newsroom.Audit;

/// <summary>Specifies what somebody did. The names are stored, so they never change.</summary>
public enum AuditAction
{
    /// <summary>Asked a question.</summary>
    Asked,

    /// <summary>Read an article.</summary>
    ArticleRead,

    /// <summary>Withdrew an article.</summary>
    ArticleKilled,

    /// <summary>Restored or released an article.</summary>
    ArticleRestored,

    /// <summary>Made an API key.</summary>
    KeyMade,

    /// <summary>Revoked an API key.</summary>
    KeyRevoked,

    /// <summary>Subscribed a conversation to a digest.</summary>
    SubscriptionMade,

    /// <summary>Changed a subscription.</summary>
    SubscriptionChanged,

    /// <summary>Stopped a subscription.</summary>
    SubscriptionStopped,

    /// <summary>Made an alert.</summary>
    AlertMade,

    /// <summary>Paused, resumed or muted an alert.</summary>
    AlertChanged,

    /// <summary>Stopped an alert.</summary>
    AlertStopped,

    /// <summary>Put a conversation or a person on a desk.</summary>
    DeskSet,

    /// <summary>Took a conversation or a person off a desk.</summary>
    DeskCleared,

    /// <summary>Had a post that was given up, or waited for another attempt, tried again.</summary>
    PostRetried,

    /// <summary>Searched for passages.</summary>
    Searched,

    /// <summary>Read the digest of a day.</summary>
    DigestRead,

    /// <summary>Read the timeline of a topic.</summary>
    TimelineRead,

    /// <summary>Read a feed that had changed.</summary>
    FeedRead,

    /// <summary>Checked a text against the articles.</summary>
    TextChecked,
}
