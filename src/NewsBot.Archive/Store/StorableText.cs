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

    private static void ThrowIfNot(ReadOnlySpan<char> text, string field)
    {
        if (text.Contains('\0'))
            throw new ArgumentException($"{field} holds a NUL character.", nameof(text));

        while (true)
        {
            var at = text.IndexOfAnyInRange('\ud800', '\udfff');
            if (at < 0)
                return;
            if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]))
                throw new ArgumentException($"{field} holds half a surrogate pair.", nameof(text));
            text = text[(at + 2)..];
        }
    }
}
