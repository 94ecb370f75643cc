using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>A channel that remembers what readers saw, and what it was made of.</summary>
/// <param name="name">Its name.</param>
/// <param name="deduplicatesFor">How long it remembers a key.</param>
/// <param name="time">The clock.</param>
/// <param name="fate">What becomes of a post.</param>
/// <param name="end">What becomes of one that it accepted; null: not known yet.</param>
/// <param name="see">Reads a post.</param>
internal sealed class SightingChannel(
    string name,
    TimeSpan deduplicatesFor,
    TimeProvider time,
    Func<Happening> fate,
    Func<PostResult?> end,
    Func<DigestPost, Task<Sighting>> see
) : IDigestChannel
{
    private readonly Dictionary<string, DateTimeOffset> keys = [];
    private readonly Dictionary<string, Sighting> accepted = [];

    public string Name => name;

    public TimeSpan DeduplicatesFor => deduplicatesFor;

    public List<Sighting> Arrived { get; } = [];

    public async Task<PostResult> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        var (sighting, happening) = (await see((DigestPost)post), fate());
        if (happening is Happening.Arrives or Happening.ArrivesUnnoticed or Happening.ArrivesBeforeTheCrash)
            Arrive(sighting);
        if (happening == Happening.IsAccepted)
            accepted.TryAdd(post.Key, sighting);
        return happening switch
        {
            Happening.CrashesFirst or Happening.ArrivesBeforeTheCrash => throw new SimulatedCrash(),
            Happening.IsAccepted => PostResult.Accepted(post.Key),
            Happening.IsNotTaken => PostResult.NotPosted("the service is busy"),
            Happening.IsRefused => PostResult.Refused("the bot may not post here"),
            Happening.GetsLost or Happening.ArrivesUnnoticed => PostResult.Unknown("the connection broke"),
            _ => PostResult.Posted(null),
        };
    }

    public Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(null);

    public Task<PostResult?> FollowAsync(string receipt, CancellationToken cancellationToken)
    {
        var result = end();
        if (result?.Fate == DeliveryFate.Delivered)
            Arrive(accepted[receipt]);
        return Task.FromResult(result);
    }

    public Task ReportAsync(string conversation, string text, CancellationToken cancellationToken) => Task.CompletedTask;

    private void Arrive(Sighting sighting)
    {
        var now = time.GetUtcNow();
        if (keys.TryGetValue(sighting.Key, out var before) && now - before <= deduplicatesFor)
            return;
        keys[sighting.Key] = now;
        Arrived.Add(sighting);
    }
}
