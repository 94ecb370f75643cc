using NewsBot.Newsroom.Language;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Alerts;

/// <summary>
/// Represents articles that arrived together, indexed by their words, so that a thousand alerts cost a few look-ups each. Not thread-safe.
/// </summary>
internal sealed class NewArticles
{
    private static readonly IReadOnlySet<NewArticle> None = new HashSet<NewArticle>();

    private readonly Dictionary<string, HashSet<NewArticle>> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<NewArticle>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlySet<NewArticle>> bySpelling = new(StringComparer.Ordinal);

    /// <summary>Indexes articles.</summary>
    public NewArticles(IReadOnlyList<NewArticle> articles)
    {
        All = articles;
        foreach (var article in articles)
        {
            foreach (var stem in article.Stems)
                Add(byStem, stem, article);
            foreach (var name in article.Names)
                Add(byName, name, article);
        }
    }

    /// <summary>Gets the articles, in the order of their changes.</summary>
    public IReadOnlyList<NewArticle> All { get; }

    /// <summary>Returns the articles that a query finds, in order.</summary>
    public IReadOnlyList<NewArticle> Matching(AlertQuery query)
    {
        var found = default(IEnumerable<NewArticle>);
        foreach (var word in query.Words)
        {
            if (With(word) is not { Count: > 0 } with)
                return [];
            found = found is null ? with : found.Where(with.Contains);
        }

        return [.. (found ?? All).Where(article => article.Passes(query)).OrderBy(article => article.Change)];
    }

    /// <summary>Returns the articles with at least a share of the content words of a text, 0 to 1, in order.</summary>
    public IReadOnlyList<NewArticle> Near(string text, double share)
    {
        AnnotatedWord[] words = [.. AnnotatedText.Read(text).Words.Where(word => !word.IsStop).DistinctBy(word => word.Stem)];
        return
        [
            .. words
                .SelectMany(With)
                .CountBy(article => article)
                .Where(one => one.Value >= share * words.Length)
                .Select(one => one.Key)
                .OrderBy(article => article.Change),
        ];
    }

    private IReadOnlySet<NewArticle> With(AnnotatedWord word)
    {
        if (!word.MayBeName)
            return byStem.TryGetValue(word.Stem, out var found) ? found : None;
        if (bySpelling.TryGetValue(word.Folded, out var known))
            return known;
        // A name may be spelled in other ways.
        var named = byStem.TryGetValue(word.Stem, out var exact) ? exact.ToHashSet() : [];
        foreach (var (name, articles) in byName)
        {
            if (NameSpelling.AreOne(word.Folded, name))
                named.UnionWith(articles);
        }

        return bySpelling[word.Folded] = named;
    }

    private static void Add(Dictionary<string, HashSet<NewArticle>> index, string key, NewArticle article)
    {
        if (!index.TryGetValue(key, out var articles))
            index[key] = articles = [];
        articles.Add(article);
    }
}
