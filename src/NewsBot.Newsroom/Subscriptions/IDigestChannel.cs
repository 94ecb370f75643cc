namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Posts digests and alerts to a channel unprompted. Implementations are thread-safe, and never throw for faults of networks and services.
/// </summary>
public interface IDigestChannel
{
    /// <summary>Gets the name of the channel, as in <see cref="Subscription.Channel"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Gets how long after a post the same <see cref="ChannelPost.Key"/> posts nothing more: <see cref="TimeSpan.Zero"/>
    /// for never, <see cref="TimeSpan.MaxValue"/> for ever.
    /// </summary>
    TimeSpan DeduplicatesFor { get; }

    /// <summary>Posts a digest or an alert once.</summary>
    Task<PostResult> PostAsync(ChannelPost post, CancellationToken cancellationToken);

    /// <summary>Determines whether a post is there; returns null when that cannot be found out.</summary>
    /// <param name="conversation">The conversation that it was posted to.</param>
    /// <param name="receipt">The <see cref="PostResult.Receipt"/> of the post.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken);

    /// <summary>Returns the final outcome of a post that was <see cref="DeliveryFate.Accepted"/>; null while it is on its way.</summary>
    /// <param name="receipt">The <see cref="PostResult.Receipt"/> of the post.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<PostResult?> FollowAsync(string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<PostResult?>(PostResult.Posted(receipt));

    /// <summary>Reports to a conversation, if possible, that something could not be posted.</summary>
    Task ReportAsync(string conversation, string text, CancellationToken cancellationToken);
}
