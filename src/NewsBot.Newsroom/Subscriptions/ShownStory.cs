using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a story of a digest that was shown, to follow it. Immutable.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Sources">The sources of its articles.</param>
internal sealed record ShownStory(string Headline, IReadOnlyList<string> Sources)
{
    /// <summary>Returns the stories of a digest, in order.</summary>
    public static IReadOnlyList<ShownStory> Of(Digest digest) =>
        [.. digest.Stories.Select(story => new ShownStory(story.Headline, [.. story.Sources.Select(source => source.Source)]))];
}
