using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>A digest as it was posted.</summary>
/// <param name="Key">The key of the post.</param>
/// <param name="Digest">The digest.</param>
/// <param name="Change">The archive's newest change when it was posted.</param>
/// <param name="Seen">The versions that it tells or counts.</param>
internal sealed record Sighting(string Key, Digest Digest, long Change, IReadOnlyList<Appearance> Seen)
{
    /// <summary>The sources that a digest tells or counts.</summary>
    public static IEnumerable<string> Covered(Digest digest) =>
        digest
            .Stories.SelectMany(story => story.Sources)
            .Concat(digest.Others.SelectMany(day => day.Reports))
            .Select(source => source.Source)
            .Concat(digest.Older);
}
