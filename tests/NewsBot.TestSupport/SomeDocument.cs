using NewsBot.Search.Index;

namespace NewsBot.TestSupport;

/// <summary>Documents of which only what a test names matters.</summary>
public static class SomeDocument
{
    public static IndexDocument With(long key, params IReadOnlyList<string> passages) => WithHeadline(key, "", passages);

    public static IndexDocument WithHeadline(long key, string headline, params IReadOnlyList<string> passages) =>
        new()
        {
            Key = key,
            Source = $"{key}.txt",
            Headline = headline,
            Passages = passages,
        };
}
