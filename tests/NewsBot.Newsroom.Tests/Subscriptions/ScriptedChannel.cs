using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>A channel that does with each post what the test says, and remembers what readers saw.</summary>
internal sealed class ScriptedChannel(string name, TimeSpan deduplicatesFor, TimeProvider time) : IDigestChannel
{
    private readonly Dictionary<string, DateTimeOffset> keys = [];

    public string Name => name;

    public TimeSpan DeduplicatesFor => deduplicatesFor;

    /// <summary>What happens to the next posts; null: they arrive.</summary>
    public Func<ChannelPost, Happening>? Script { get; set; }

    /// <summary>Keeps every post that readers saw; off for long runs.</summary>
    public bool KeepsPosts { get; init; } = true;

    public List<ChannelPost> Posts { get; } = [];

    /// <summary>The digests among the posts that readers saw.</summary>
    public IReadOnlyList<DigestPost> Seen => [.. Posts.OfType<DigestPost>()];

    public List<string> Reports { get; } = [];

    /// <summary>How often readers saw each post, by key.</summary>
    public Dictionary<string, int> Arrivals { get; } = [];

    /// <summary>Ids of messages that readers can see; asked by <see cref="WasPostedAsync"/>.</summary>
    public HashSet<string> Messages { get; } = [];

    /// <summary>What becomes of accepted posts; null: they are on their way.</summary>
    public PostResult? End { get; set; }

    public Task<PostResult> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        var happening = Script?.Invoke(post) ?? Happening.Arrives;
        if (
            happening
            is Happening.Arrives
                or Happening.ArrivesUnnoticed
                or Happening.ArrivesBeforeTheCrash
                or Happening.ArrivesWithReceiptOnly
        )
        {
            // Deliveries post in parallel.
            lock (keys)
                Arrive(post);
        }

        return happening switch
        {
            Happening.CrashesFirst or Happening.ArrivesBeforeTheCrash => throw new SimulatedCrash(),
            Happening.IsAccepted => Task.FromResult(PostResult.Accepted(post.Key)),
            Happening.IsNotTaken => Task.FromResult(PostResult.NotPosted("the service is busy")),
            Happening.IsRefused => Task.FromResult(PostResult.Refused("the bot may not post here")),
            Happening.GetsLost or Happening.ArrivesUnnoticed => Task.FromResult(PostResult.Unknown("the connection broke")),
            Happening.ArrivesWithReceiptOnly => Task.FromResult(PostResult.Unknown("the connection broke", "m-" + post.Key)),
            _ => Task.FromResult(PostResult.Posted("m-" + post.Key)),
        };
    }

    public Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(Messages.Contains(receipt));

    public Task<PostResult?> FollowAsync(string receipt, CancellationToken cancellationToken) => Task.FromResult(End);

    public Task ReportAsync(string conversation, string text, CancellationToken cancellationToken)
    {
        Reports.Add(text);
        return Task.CompletedTask;
    }

    private void Arrive(ChannelPost post)
    {
        var now = time.GetUtcNow();
        if (deduplicatesFor > TimeSpan.Zero)
        {
            if (keys.TryGetValue(post.Key, out var before) && now - before <= deduplicatesFor)
                return;
            keys[post.Key] = now;
        }

        Arrivals[post.Key] = Arrivals.GetValueOrDefault(post.Key) + 1;
        Messages.Add("m-" + post.Key);
        if (KeepsPosts)
            Posts.Add(post);
        else
            Messages.Clear();
    }
}
