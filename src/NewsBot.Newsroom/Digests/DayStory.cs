using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Represents a story before it is written: its articles of the day or window, and earlier ones. A big event has several parts, which are
/// separate stories under one head.
/// </summary>
internal sealed class DayStory
{
    private readonly Part[] parts;
    private readonly DateOnly date;
    private readonly HashSet<string> originals;
    private readonly ArchivedArticle[] fresh;
    private readonly RankedSentences whole;
    private readonly double interest;

    /// <summary>Initialises a story.</summary>
    /// <param name="groups">Its parts, each with an article of the day or window; the biggest first.</param>
    /// <param name="date">The day of the digest.</param>
    /// <param name="articles">The articles by source.</param>
    /// <param name="isFresh">Determines whether an article of a group is of the day or window.</param>
    /// <param name="interest">The interest in headlines.</param>
    public DayStory(
        IReadOnlyList<StoryGroup> groups,
        DateOnly date,
        Dictionary<string, ArchivedArticle> articles,
        Func<StoryGroup, Article, bool> isFresh,
        Interest interest
    )
    {
        this.date = date;
        originals = groups.SelectMany(group => group.Originals).Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        parts =
        [
            .. groups.Select(group =>
            {
                var all = group.Articles.Select(article => articles[article.Key]).ToLookup(article => isFresh(group, article.Article));
                return new Part(
                    group,
                    [.. all[true]],
                    [.. all[false]],
                    RankedSentences.Of(Originals([.. all[true]]) is [_, ..] found ? found : [.. all[true]])
                );
            }),
        ];
        fresh = [.. parts.SelectMany(part => part.Fresh)];
        whole = parts is [var only] ? only.Reading : RankedSentences.Of(Originals(fresh) is [_, ..] first ? first : fresh);
        Headline = fresh
            .Select(article => Headlines.Of(article.Article))
            .OrderByDescending(whole.ScoreOf)
            .ThenBy(headline => headline, StringComparer.Ordinal)
            .First();
        this.interest = fresh.Max(article => interest.In(article.Article));
    }

    /// <summary>Gets the headline of the article that best says what the others say.</summary>
    public string Headline { get; }

    /// <summary>Gets the articles of the day or window.</summary>
    public IEnumerable<Article> Fresh => fresh.Select(article => article.Article);

    /// <summary>
    /// Gets the story's importance; higher is more important. The number of outlets counts most, then the number of reports, how many more
    /// they are than on the story's days before, and the interest in what the headline names.
    /// </summary>
    public double Importance
    {
        get
        {
            var reports = Originals(fresh);
            var outlets = reports.Select(article => OutletName.Of(article.Article)).Distinct(StringComparer.Ordinal).Count();
            var usual = parts.Sum(part => part.UsualReports(date));
            return Math.Log(1 + outlets)
                + (0.5 * Math.Log(1 + reports.Length))
                + (0.25 * Math.Log((1 + reports.Length) / (1 + usual)))
                + (0.25 * interest);
        }
    }

    /// <summary>Determines whether an article of the day or window contains all words of a topic, in any form.</summary>
    public bool IsAbout(TopicWords topic) => Fresh.Any(topic.AreIn);

    /// <summary>Determines whether the headline contains all words of a topic, in any form.</summary>
    public bool IsHeadedBy(TopicWords topic) => topic.AreIn(Headline);

    /// <summary>Writes the story; null when none of its sentences can be printed.</summary>
    /// <param name="numbers">Numbers the citations.</param>
    /// <param name="links">Makes the links to sources.</param>
    /// <param name="reports">Reads whether two sentences contradict each other; null to go by their words alone.</param>
    public DigestStory? Write(CitationNumbers numbers, ArticleLinks links, ReportComparer? reports)
    {
        // Each sentence is told once: where sources disagree, only next to the one that it disagrees with.
        var found = StoryDisagreements
            .Find(whole, reports)
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
        var key = KeySentences.Choose([.. parts.Select(part => part.Reading)], disputed);
        if (key.Count + disputed.Length == 0)
            return null;
        var statements = Cite(key, numbers);
        var news = new List<StorySentence>();
        foreach (var part in parts.Where(part => part.Earlier.Length > 0))
            news.AddRange(
                KeySentences.ChooseNew(part.Reading, RankedSentences.Of(part.Earlier), [.. key, .. disputed, .. news], news.Count)
            );
        var added = Cite(news, numbers);
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
            First = parts.Min(part => part.Group.First) ?? date,
            EarlierArticles = parts.Sum(part => part.Earlier.Length),
            Statements = statements,
            New = added,
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

    private sealed record Part(StoryGroup Group, ArchivedArticle[] Fresh, ArchivedArticle[] Earlier, RankedSentences Reading)
    {
        /// <summary>Returns the mean number of reports on each of the story's days before; 0 for a new story.</summary>
        public double UsualReports(DateOnly date) =>
            Group.First is { } first && first < date ? (double)Earlier.Length / (date.DayNumber - first.DayNumber) : 0;
    }
}
