namespace NewsBot.Arriving;

/// <summary>What is remembered of a feed across restarts.</summary>
/// <param name="Validators">What the server gave with the content that the archive has; null: nothing.</param>
/// <param name="Change">The archive's newest change when it had that content.</param>
/// <param name="History">The name of what led to that change: another archive has another, and must be given the content again.</param>
/// <param name="NotBefore">The server asked not to be asked before; null: it did not.</param>
internal sealed record FeedState(FeedValidators? Validators, long Change, string? History, DateTimeOffset? NotBefore)
{
    /// <summary>Of a feed that nothing is remembered of.</summary>
    public static FeedState None { get; } = new(null, 0, null, null);
}
