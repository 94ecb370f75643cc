namespace NewsBot.Newsroom.Subscriptions;

/// <summary>A way to post digests unasked. Implementations are thread-safe, and never throw for what networks and services do wrong.</summary>
public interface IDigestChannel
{
    /// <summary>As <see cref="Subscription.Channel"/> names it.</summary>
    string Name { get; }

    /// <summary>
    /// For how long after a post the same <see cref="DigestPost.Key"/> posts nothing more; <see cref="TimeSpan.Zero"/> when never,
    /// <see cref="TimeSpan.MaxValue"/> when always.
    /// </summary>
    TimeSpan DeduplicatesFor { get; }

    /// <summary>Posts a digest once.</summary>
    Task<PostResult> PostAsync(DigestPost post, CancellationToken cancellationToken);

    /// <summary>Whether a post is there; null when that cannot be found out.</summary>
    /// <param name="conversation">Where it was posted.</param>
    /// <param name="receipt">What <see cref="PostResult.Receipt"/> gave.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken);

    /// <summary>What became of a post that was <see cref="DeliveryFate.Accepted"/>: final, whatever it is; null while the post is on its way.</summary>
    /// <param name="receipt">What <see cref="PostResult.Receipt"/> gave.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<PostResult?> FollowAsync(string receipt, CancellationToken cancellationToken) => Task.FromResult<PostResult?>(PostResult.Posted(receipt));

    /// <summary>Tells a conversation, as well as may be, that a digest could not be posted.</summary>
    Task ReportAsync(string conversation, string text, CancellationToken cancellationToken);
}
