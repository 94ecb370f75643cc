namespace NewsBot.Discord.Transport;

/// <summary>Specifies kinds of failed requests.</summary>
internal enum DeliveryFailureKind
{
    /// <summary>Discord rejected it, and would reject the same request again.</summary>
    Refused,

    /// <summary>Discord or the network did not respond in time, after all sensible attempts.</summary>
    Unreachable,

    /// <summary>Discord requires a longer wait than the request is worth.</summary>
    RateLimited,

    /// <summary>Too many requests were rejected recently; nothing is sent for a while, so that Discord does not ban the address.</summary>
    BudgetSpent,

    /// <summary>The bot's token is not, or no longer, valid.</summary>
    TokenRevoked,
}
