namespace NewsBot.Newsroom.Models;

/// <summary>Why a model did not write an answer. The reader gets the extractive one.</summary>
public enum ModelFailure
{
    /// <summary>It did: at least one statement stands.</summary>
    None,

    /// <summary>It took longer than a reader waits.</summary>
    Timeout,

    /// <summary>429: too many requests.</summary>
    Throttled,

    /// <summary>5xx, no connection, or a stream that broke off.</summary>
    Unavailable,

    /// <summary>Another 4xx: wrong key, wrong model, wrong request.</summary>
    Refused,

    /// <summary>The model declined to answer.</summary>
    Declined,

    /// <summary>What it wrote is not the JSON that was asked for, or does not end.</summary>
    Malformed,

    /// <summary>It was not asked: too many failures just now.</summary>
    CircuitOpen,

    /// <summary>It was not asked: the budget of the day is spent.</summary>
    BudgetSpent,

    /// <summary>It found that the passages do not answer.</summary>
    NothingFound,

    /// <summary>None of its statements stands.</summary>
    NothingGrounded,
}
