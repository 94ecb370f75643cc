using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents a story before it is written: its articles of the day or window, and earlier ones.</summary>
internal sealed class DayStory
{
    private readonly StoryGroup group;
    private readonly DateOnly date;
    private readonly ArchivedArticle[] fresh;
    private readonly ArchivedArticle[] earlier;
    private readonly HashSet<string> originals;
    private readonly RankedSentences reading;

    /// <summary>Initialises a story.</summary>
    /// <param name="group">Its articles.</param>
    /// <param name="date">The day of the digest.</param>
    /// <param name="articles">The articles by source.</param>
    /// <param name="isFresh">Determines whether an article is of the day or window; at least one of the group is.</param>
    public DayStory(StoryGroup group, DateOnly date, Dictionary<string, ArchivedArticle> articles, Func<Article, bool> isFresh)
    {
        this.group = group;
        this.date = date;
        var all = group.Articles.Select(article => articles[article.Key]).ToArray();
        fresh = [.. all.Where(article => isFresh(article.Article))];
        earlier = [.. all.Except(fresh)];
        originals = group.Originals.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        reading = RankedSentences.Of(Originals(fresh) is [_, ..] found ? found : fresh);
        Headline = fresh
            .Select(article => Headlines.Of(article.Article))
            .OrderByDescending(reading.ScoreOf)
            .ThenBy(headline => headline, StringComparer.Ordinal)
            .First();
    }

    /// <summary>Gets the headline of the article that best says what the others say.</summary>
    public string Headline { get; }

    /// <summary>Gets the articles of the day or window.</summary>
    public IEnumerable<Article> Fresh => fresh.Select(article => article.Article);

    /// <summary>
    /// Gets the story's importance; higher is more important. The number of outlets counts most, then the number of
    /// reports, then the share of fresh articles.
    /// </summary>
    public double Importance
    {
        get
        {
            var reports = Originals(fresh);
            var outlets = reports.Select(article => OutletName.Of(article.Article)).Distinct(StringComparer.Ordinal).Count();
            var freshness = (double)fresh.Length / (fresh.Length + earlier.Length);
            return Math.Log(1 + outlets) + (0.5 * Math.Log(1 + reports.Length)) + (0.5 * freshness);
        }
    }

    /// <summary>Determines whether an article of the day or window contains all words of a topic, in any form.</summary>
    public bool IsAbout(TopicWords topic) => Fresh.Any(topic.AreIn);

    /// <summary>Writes the story; null when none of its sentences can be printed.</summary>
    /// <param name="numbers">Numbers the citations.</param>
    /// <param name="links">Makes the links to sources.</param>
    /// <param name="reports">Reads whether two sentences contradict each other; null to go by their words alone.</param>
    public DigestStory? Write(CitationNumbers numbers, ArticleLinks links, ReportComparer? reports)
    {
        // Each sentence is told once: where sources disagree, only next to the one that it disagrees with.
        var found = StoryDisagreements
            .Find(reading, reports)
            .Aggregate(
                new List<(DisagreementKind Kind, StorySentence One, StorySentence Other)>(),
                (kept, next) =>
                    kept.Exists(pair =>
                        pair.One == next.One || pair.One == next.Other || pair.Other == next.One || pair.Other == next.Other
                    )
                        ? kept
                        : [.. kept, next]
            );
        StorySentence[] disputed = [.. found.SelectMany(pair => new[] { pair.One, pair.Other })];
        var key = KeySentences.Choose(reading, disputed);
        if (key.Count + disputed.Length == 0)
            return null;
        var statements = Cite(key, numbers);
        var news =
            earlier.Length == 0 ? [] : Cite(KeySentences.ChooseNew(reading, RankedSentences.Of(earlier), [.. key, .. disputed]), numbers);
        var disagreements = found
            .Select(pair =>
                numbers.Cite(pair.One.Sentence) is { } one && numbers.Cite(pair.Other.Sentence) is { } other
                    ? new DigestDisagreement(pair.Kind, one, other)
                    : null
            )
            .OfType<DigestDisagreement>()
            .ToArray();
        if (statements.Length + disagreements.Length == 0)
            return null;
        return new DigestStory
        {
            Headline = Headline,
            Outlets =
            [
                .. fresh
                    .GroupBy(article => OutletName.Of(article.Article), StringComparer.Ordinal)
                    .OrderByDescending(outlet => outlet.Count())
                    .ThenBy(outlet => outlet.Key, StringComparer.Ordinal)
                    .Select(outlet => outlet.Key),
            ],
            Articles = fresh.Length,
            Copies = fresh.Count(article => !originals.Contains(article.Article.Source)),
            First = group.First ?? date,
            EarlierArticles = earlier.Length,
            Statements = statements,
            New = news,
            Disagreements = disagreements,
            Sources =
            [
                .. fresh
                    .OrderBy(article => article.Article.Published ?? DateTimeOffset.MaxValue)
                    .ThenBy(article => article.Article.Source, StringComparer.Ordinal)
                    .Select(article => DigestSource.Of(article.Article, links, !originals.Contains(article.Article.Source))),
            ],
        };
    }

    private static Statement[] Cite(IReadOnlyList<StorySentence> sentences, CitationNumbers numbers) =>
        [.. sentences.Select(sentence => numbers.Cite(sentence.Sentence)).OfType<Statement>()];

    private ArchivedArticle[] Originals(ArchivedArticle[] articles) =>
        [.. articles.Where(article => originals.Contains(article.Article.Source))];
}
