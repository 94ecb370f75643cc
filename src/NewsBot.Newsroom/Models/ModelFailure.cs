namespace NewsBot.Newsroom.Models;

/// <summary>Specifies why a language model wrote no answer. The reader then gets the extractive one.</summary>
public enum ModelFailure
{
    /// <summary>No failure: at least one statement may be shown.</summary>
    None,

    /// <summary>It took longer than a reader waits.</summary>
    Timeout,

    /// <summary>Status 429: too many requests.</summary>
    Throttled,

    /// <summary>Status 408 or 5xx, no connection, or a stream that broke off.</summary>
    Unavailable,

    /// <summary>Another status 4xx: wrong key, model or request.</summary>
    Refused,

    /// <summary>The model declined to answer.</summary>
    Declined,

    /// <summary>Its output is not the JSON that was asked for, or does not end.</summary>
    Malformed,

    /// <summary>It was not called: too many recent failures.</summary>
    CircuitOpen,

    /// <summary>It was not called: the day's budget is spent.</summary>
    BudgetSpent,

    /// <summary>It found no answer in the passages.</summary>
    NothingFound,

    /// <summary>None of its statements may be shown.</summary>
    NothingGrounded,
}
