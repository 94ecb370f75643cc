using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Newsroom.Withdrawals;

/// <summary>
/// Takes back the posts that cite a withdrawn article, including those from before the start and those on their way
/// when it was withdrawn. Not thread-safe.
/// </summary>
/// <param name="archive">The archive, in which any process may withdraw articles.</param>
/// <param name="posts">The posts.</param>
/// <param name="channels">The channels that they were posted to.</param>
/// <param name="time">The clock.</param>
public sealed class WithdrawalWatch(ArticleArchive archive, CitedPosts posts, IReadOnlyList<IPostedChannel> channels, TimeProvider time)
{
    /// <summary>Specifies how often to check the archive, so that posts are taken back within five seconds.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // Longer than a post takes to arrive, and longer than a network outage.
    private static readonly TimeSpan LookedForFor = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (DateTimeOffset Withdrawn, DateTimeOffset Noticed)> withdrawn = new(StringComparer.Ordinal);
    private long seen = -1;

    /// <summary>Takes back what must be taken back now; returns the number of posts.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var newest = await archive.LastChangeAsync(cancellationToken).ConfigureAwait(false);
        if (newest != seen)
        {
            var killed = await archive.WithdrawnAsync(cancellationToken).ConfigureAwait(false);
            foreach (var gone in withdrawn.Keys.Except(killed.Keys).ToList())
                withdrawn.Remove(gone);
            foreach (var (source, at) in killed)
                withdrawn.TryAdd(source, (at, now));
            seen = newest;
        }

        var taken = 0;
        foreach (var (source, times) in withdrawn.Where(one => now - one.Value.Noticed < LookedForFor))
        {
            foreach (var post in await posts.FindAsync(source, cancellationToken).ConfigureAwait(false))
            {
                if (
                    channels.FirstOrDefault(channel => channel.Name == post.Channel) is not { } channel
                    || !await channel.TakeBackAsync(post, NoticeOf(times.Withdrawn), cancellationToken).ConfigureAwait(false)
                )
                    continue;
                await posts.ForgetAsync(post, cancellationToken).ConfigureAwait(false);
                taken++;
            }
        }

        return taken;
    }

    private static string NoticeOf(DateTimeOffset time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The newsroom withdrew a report that this message cited ({time.UtcDateTime:d MMMM yyyy, HH:mm} UTC). Please do not use what it said."
        );
}
