using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store;

/// <summary>Checks that every database can keep the fields of an article unchanged.</summary>
public static class StorableText
{
    /// <summary>
    /// Throws an <see cref="ArgumentException"/> when a field contains a NUL character or half a surrogate pair, or when a required field
    /// is empty.
    /// </summary>
    public static void ThrowIfNot(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentException.ThrowIfNullOrWhiteSpace(article.Source);
        ArgumentException.ThrowIfNullOrWhiteSpace(article.Headline);
        ArgumentNullException.ThrowIfNull(article.Text);
        ThrowIfNot(article.Source, nameof(article.Source));
        ThrowIfNot(article.Headline, nameof(article.Headline));
        ThrowIfNot(article.Text, nameof(article.Text));
        ThrowIfNot(article.Author, nameof(article.Author));
        ThrowIfNot(article.Outlet, nameof(article.Outlet));
        ThrowIfNot(article.Url, nameof(article.Url));
        ThrowIfNot(article.Section, nameof(article.Section));
        ThrowIfNot(article.Language, nameof(article.Language));
        ThrowIfNot(article.ItemId, nameof(article.ItemId));
        ThrowIfNot(article.Replaces, nameof(article.Replaces));
        ThrowIfNot(article.StateNote, nameof(article.StateNote));
    }

    /// <summary>
    /// Throws an <see cref="ArgumentException"/> when an article of a list cannot be kept, or when two of them have the same source.
    /// </summary>
    public static void ThrowIfNot(IReadOnlyList<Article> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            ThrowIfNot(article);
            if (!sources.Add(article.Source))
                throw new ArgumentException($"The source {article.Source} occurs twice in the list.", nameof(articles));
        }
    }

    private static void ThrowIfNot(ReadOnlySpan<char> text, string field)
    {
        if (text.Contains('\0'))
            throw new ArgumentException($"{field} contains a NUL character.", nameof(text));

        while (true)
        {
            var at = text.IndexOfAnyInRange('\ud800', '\udfff');
            if (at < 0)
                return;
            if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]))
                throw new ArgumentException($"{field} contains an unpaired surrogate.", nameof(text));
            text = text[(at + 2)..];
        }
    }
}
