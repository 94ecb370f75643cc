using System.Collections.Concurrent;
using System.Diagnostics;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Benchmarks.Alerts;

/// <summary>A channel that takes every post at once, and notes when. Thread-safe.</summary>
internal sealed class TimedChannel : IDigestChannel
{
    private readonly ConcurrentQueue<(AlertPost Post, long At)> posts = new();

    /// <inheritdoc />
    public string Name => "teams";

    /// <inheritdoc />
    public TimeSpan DeduplicatesFor => TimeSpan.MaxValue;

    /// <summary>Gets the posts, each with the time of <see cref="Stopwatch" />.</summary>
    public IReadOnlyCollection<(AlertPost Post, long At)> Posts => posts;

    /// <inheritdoc />
    public Task<PostResult> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        posts.Enqueue(((AlertPost)post, Stopwatch.GetTimestamp()));
        return Task.FromResult(PostResult.Posted(post.Key));
    }

    /// <inheritdoc />
    public Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(true);

    /// <inheritdoc />
    public Task ReportAsync(string conversation, string text, CancellationToken cancellationToken) => Task.CompletedTask;
}
