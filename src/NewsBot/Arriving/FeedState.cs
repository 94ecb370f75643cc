namespace NewsBot.Arriving;

/// <summary>Represents what is remembered of a feed across restarts.</summary>
/// <param name="Validators">The validators of the content in the archive; null: none.</param>
/// <param name="Change">The archive's newest change when it had that content.</param>
/// <param name="History">
/// The name of the history that led to that change: another archive has another history, and needs the content again.
/// </param>
/// <param name="NotBefore">The earliest time that the server allows the next request; null: it set none.</param>
internal sealed record FeedState(FeedValidators? Validators, long Change, string? History, DateTimeOffset? NotBefore)
{
    /// <summary>Gets the state of a feed of which nothing is remembered.</summary>
    public static FeedState None { get; } = new(null, 0, null, null);
}
