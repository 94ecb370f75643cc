namespace NewsBot.Newsroom.Withdrawals;

/// <summary>Takes back posts of a channel. Implementations are thread-safe, and never throw for faults of networks and services.</summary>
public interface IPostedChannel
{
    /// <summary>Gets the name of the channel, as in <see cref="CitedPost.Channel"/>.</summary>
    string Name { get; }

    /// <summary>Replaces a post by a notice or, where that is impossible, replies to it with the notice.</summary>
    /// <returns>True when nothing is left to do; false when it may succeed later.</returns>
    Task<bool> TakeBackAsync(CitedPost post, string notice, CancellationToken cancellationToken);
}
