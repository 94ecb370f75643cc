namespace NewsBot.Discord.Transport;

/// <summary>Kinds of failed requests.</summary>
internal enum DeliveryFailureKind
{
    /// <summary>Discord refused it; the same request would be refused again.</summary>
    Refused,

    /// <summary>Discord or the network did not answer in time, after all the tries that made sense.</summary>
    Unreachable,

    /// <summary>Discord asked to wait for longer than the request is worth.</summary>
    RateLimited,

    /// <summary>Too many requests were refused lately; nothing is sent for a while, so that Discord does not ban the address.</summary>
    BudgetSpent,

    /// <summary>The bot's token is not valid (any more).</summary>
    TokenRevoked,
}
