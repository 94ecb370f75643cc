using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>What a simulation of windows came to.</summary>
internal sealed record WindowCounts
{
    /// <summary>Versions that readers came to see.</summary>
    public int Versions { get; init; }

    public int Posts { get; private set; }

    /// <summary>Posts that did not arrive, for sure or perhaps: the next one covers what they covered.</summary>
    public int NotPosted { get; private set; }

    /// <summary>Posts of unknown fate that had arrived; what they told is told again.</summary>
    public int ToldAgain { get; private set; }

    /// <summary>Versions in a window of a subscription, told or counted.</summary>
    public int Covered { get; private set; }

    public int Told { get; private set; }

    public int LeftOut { get; private set; }

    public int Older { get; private set; }

    public int Corrected { get; private set; }

    public int Withdrawn { get; private set; }

    /// <summary>Versions that were there to read when a subscription's window with them was posted, and are in no post.</summary>
    public int Missing { get; private set; }

    /// <summary>Versions in two posts of a subscription.</summary>
    public int Twice { get; private set; }

    /// <summary>Corrections of what was told and withdrawals that are not listed.</summary>
    public int Uncorrected { get; private set; }

    /// <summary>Digests with words of a report that had been withdrawn before they were written.</summary>
    public int WithWithdrawnWords { get; private set; }

    /// <summary>Counts one subscription.</summary>
    /// <param name="appearances">All versions.</param>
    /// <param name="arrived">The posts that readers saw, in order.</param>
    /// <param name="outcomes">How each post ended, by its key.</param>
    public void Add(
        IReadOnlyList<Appearance> appearances,
        IReadOnlyList<Sighting> arrived,
        IReadOnlyDictionary<string, DeliveryOutcome?> outcomes
    )
    {
        var isPosted = outcomes.ToDictionary(one => one.Key, one => one.Value is DeliveryOutcome.Posted or DeliveryOutcome.PostedLate);
        NotPosted += isPosted.Values.Count(posted => !posted);
        ToldAgain += arrived.Count(sighting => !isPosted[sighting.Key]);
        // One that was posted again after an unknown fate is one post.
        Sighting[][] posts = [.. arrived.Where(sighting => isPosted[sighting.Key]).GroupBy(one => one.Key).Select(one => one.ToArray())];
        Posts += posts.Length;
        var covered = posts.SelectMany(post => post.SelectMany(one => one.Seen).Distinct()).ToArray();
        Covered += covered.Length;
        Twice += covered.Length - covered.Distinct().Count();
        Told += posts.Sum(post => post[^1].Digest.Stories.Sum(story => story.Sources.Count));
        LeftOut += posts.Sum(post => post[^1].Digest.LeftOut);
        Older += posts.Sum(post => post[^1].Digest.Older.Count);
        Missing += appearances.Count(one =>
            posts.FirstOrDefault(post => post[^1].Digest.Window!.UpTo >= one.Since) is not { } post
                ? one.Until == long.MaxValue
                : one.Until > post[^1].Change && !post.Any(sighting => sighting.Seen.Contains(one))
        );
        CountCorrections(appearances, posts);
        WithWithdrawnWords += arrived.Count(sighting =>
            DigestText.Write(sighting.Digest) is var text
            && appearances.Any(one => one.IsKilled && one.Until <= sighting.Change && text.Contains(one.Marker, StringComparison.Ordinal))
        );
    }

    private void CountCorrections(IReadOnlyList<Appearance> appearances, Sighting[][] posts)
    {
        var byItem = appearances.ToLookup(one => one.Item);
        var told = new HashSet<string>(StringComparer.Ordinal);
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var post in posts.Select(post => post[^1]))
        {
            var listed = post.Digest.Corrected.Select(correction => (correction.Source, correction.IsWithdrawn)).ToHashSet();
            Corrected += listed.Count(one => !one.IsWithdrawn);
            Withdrawn += listed.Count(one => one.IsWithdrawn);
            withdrawn.UnionWith(listed.Where(one => one.IsWithdrawn).Select(one => one.Source));
            var killed = byItem.Where(item => item.Any(one => one.IsKilled && one.Until <= post.Change)).SelectMany(item => item);
            Uncorrected += killed
                .Select(one => one.Source)
                .Distinct()
                .Count(source => told.Contains(source) && !withdrawn.Contains(source));
            Uncorrected += post
                .Seen.Where(one => one.Article.State == Archive.Articles.ArticleState.Corrected)
                .Count(one =>
                    byItem[one.Item].Any(other => other.Number < one.Number && told.Contains(other.Source))
                    && !listed.Contains((one.Source, false))
                );
            told.UnionWith(post.Digest.Stories.SelectMany(story => story.Sources).Select(source => source.Source));
        }
    }
}
