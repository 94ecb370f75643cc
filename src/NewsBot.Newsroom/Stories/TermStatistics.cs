using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Counts the articles in which each term occurs, and how often it has a capital letter, starting from what is common in news.
/// </summary>
/// <remarks>
/// Without that background, five articles about one event would seem to contain nothing but common words. It counts as
/// <see cref="BackgroundArticles"/> articles, so that a newsroom's own articles soon outweigh it.
/// </remarks>
internal sealed class TermStatistics
{
    /// <summary>Specifies the weight of the background, in articles.</summary>
    public const double BackgroundArticles = 200;

    /// <summary>A term with a capital letter in more than this share of its occurrences is a name.</summary>
    private const double NameShare = 0.7;

    private static readonly FrozenDictionary<ulong, Counts> Background = ReadBackground();

    private readonly Dictionary<ulong, Counts> own = [];

    /// <summary>Gets the number of articles counted, without the background.</summary>
    public int Articles { get; private set; }

    /// <summary>Counts an article.</summary>
    public void Add(StoryWords words)
    {
        Articles++;
        foreach (var term in words.Terms)
        {
            var counts = own.GetValueOrDefault(term.Id);
            own[term.Id] = new Counts(counts.Articles + 1, counts.Occurrences + term.Count, counts.Capitals + term.Capitals);
        }
    }

    /// <summary>Returns statistics that also count more texts; these remain unchanged.</summary>
    public TermStatistics With(IEnumerable<StoryWords> more)
    {
        var all = new TermStatistics { Articles = Articles };
        foreach (var (term, counts) in own)
            all.own[term] = counts;
        foreach (var words in more)
            all.Add(words);
        return all;
    }

    /// <summary>Returns the inverse document frequency; about 0 for a word of every article.</summary>
    public double Idf(ulong term)
    {
        var articles = own.GetValueOrDefault(term).Articles + Background.GetValueOrDefault(term).Articles;
        return Math.Log((Articles + BackgroundArticles + 1) / (articles + 0.5));
    }

    /// <summary>Determines whether a term is a name, by the articles counted and the article that contains it.</summary>
    public bool IsName(StoryWords.Term term)
    {
        if (term.IsNumber)
            return false;
        var (counts, background) = (own.GetValueOrDefault(term.Id), Background.GetValueOrDefault(term.Id));
        var all = counts.Occurrences + background.Occurrences + term.Count;
        return counts.Capitals + background.Capitals + term.Capitals > NameShare * all;
    }

    private static FrozenDictionary<ulong, Counts> ReadBackground()
    {
        using var stream =
            typeof(TermStatistics).Assembly.GetManifestResourceStream("StoryBackground")
            ?? throw new InvalidOperationException("The background words are not in the assembly.");
        using var reader = new StreamReader(stream);
        var counts = new Dictionary<ulong, Counts>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split(' ') is not [var term, var perMille, var capitalPercent])
                continue;
            var articles = BackgroundArticles * int.Parse(perMille, CultureInfo.InvariantCulture) / 1000;
            counts[StableHash.Of(term)] = new Counts(
                articles,
                2 * articles,
                2 * articles * int.Parse(capitalPercent, CultureInfo.InvariantCulture) / 100
            );
        }

        return counts.ToFrozenDictionary();
    }

    private readonly record struct Counts(double Articles, double Occurrences, double Capitals);
}
