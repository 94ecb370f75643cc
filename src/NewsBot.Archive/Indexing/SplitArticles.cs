using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Indexing;

/// <summary>Splits articles, and keeps the most recently used ones. Thread-safe.</summary>
/// <param name="maxChars">The length of text to keep, in UTF-16 code units.</param>
internal sealed class SplitArticles(long maxChars)
{
    private readonly Lock access = new();
    private readonly Dictionary<long, LinkedListNode<(long Change, ArchivedArticle Article)>> byChange = [];
    private readonly LinkedList<(long Change, ArchivedArticle Article)> byUse = new();
    private long chars;

    /// <summary>Returns the version of an article that this change wrote, if it is kept; otherwise null.</summary>
    public ArchivedArticle? Find(long change)
    {
        lock (access)
        {
            if (!byChange.TryGetValue(change, out var node))
                return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Article;
        }
    }

    /// <summary>Returns the article with its passages.</summary>
    public ArchivedArticle Split(StoredArticle stored)
    {
        if (Find(stored.Change) is { } known)
            return known;

        var article = new ArchivedArticle(stored.Id, stored.Article, ArticleSplitter.Split(stored.Article.Text))
        {
            Standing = stored.Standing,
        };
        lock (access)
        {
            if (byChange.TryAdd(stored.Change, new LinkedListNode<(long, ArchivedArticle)>((stored.Change, article))))
            {
                byUse.AddFirst(byChange[stored.Change]);
                chars += stored.Article.Text.Length;
            }

            while (chars > maxChars && byUse.Last is { } last)
                Forget(last);
        }

        return article;
    }

    private void Forget(LinkedListNode<(long Change, ArchivedArticle Article)> node)
    {
        byUse.Remove(node);
        byChange.Remove(node.Value.Change);
        chars -= node.Value.Article.Article.Text.Length;
    }
}
