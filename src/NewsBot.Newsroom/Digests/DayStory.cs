using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents a story of the day before it is written: its articles of the day and of earlier days.</summary>
internal sealed class DayStory
{
    private readonly StoryGroup group;
    private readonly DateOnly date;
    private readonly ArchivedArticle[] today;
    private readonly ArchivedArticle[] earlier;
    private readonly HashSet<string> originals;
    private readonly RankedSentences reading;

    public DayStory(StoryGroup group, DateOnly date, Dictionary<string, ArchivedArticle> articles)
    {
        this.group = group;
        this.date = date;
        var all = group.Articles.Select(article => articles[article.Key]).ToArray();
        // Nobody knows when an article without a day was written: it counts as today's only when no other article of the story has a day.
        today = [.. all.Where(article => article.Article.PublishedOn is { } day ? day == date : group.First == date)];
        earlier = [.. all.Except(today)];
        originals = group.Originals.Select(article => article.Key).ToHashSet(StringComparer.Ordinal);
        reading = RankedSentences.Of(Originals(today) is [_, ..] found ? found : today);
        Headline = today
            .Select(article => Headlines.Of(article.Article))
            .OrderByDescending(reading.ScoreOf)
            .ThenBy(headline => headline, StringComparer.Ordinal)
            .First();
    }

    /// <summary>Gets the headline of the article that best says what the others say.</summary>
    public string Headline { get; }

    /// <summary>Gets the number of articles that count as today's.</summary>
    public int Articles => today.Length;

    /// <summary>
    /// Gets the story's importance; higher is more important. The number of outlets counts most, then the number of
    /// reports, then the share of today's articles.
    /// </summary>
    public double Importance
    {
        get
        {
            var reports = Originals(today);
            var outlets = reports.Select(article => OutletName.Of(article.Article)).Distinct(StringComparer.Ordinal).Count();
            var freshness = (double)today.Length / (today.Length + earlier.Length);
            return Math.Log(1 + outlets) + (0.5 * Math.Log(1 + reports.Length)) + (0.5 * freshness);
        }
    }

    /// <summary>Determines whether an article of today contains all these words, in any form.</summary>
    public bool IsAbout(string topic)
    {
        var stems = AnnotatedText.Read(topic).Words.Where(word => !word.IsStop).Select(word => word.Stem).ToArray();
        return today.Any(article =>
        {
            var words = AnnotatedText
                .Read(StoryFile.TextOf(article.Article))
                .Words.Select(word => word.Stem)
                .ToHashSet(StringComparer.Ordinal);
            return stems.All(words.Contains);
        });
    }

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
                .. today
                    .GroupBy(article => OutletName.Of(article.Article), StringComparer.Ordinal)
                    .OrderByDescending(outlet => outlet.Count())
                    .ThenBy(outlet => outlet.Key, StringComparer.Ordinal)
                    .Select(outlet => outlet.Key),
            ],
            Articles = today.Length,
            Copies = today.Count(article => !originals.Contains(article.Article.Source)),
            First = group.First ?? date,
            EarlierArticles = earlier.Length,
            Statements = statements,
            New = news,
            Disagreements = disagreements,
            Sources =
            [
                .. today
                    .OrderBy(article => article.Article.Published ?? DateTimeOffset.MaxValue)
                    .ThenBy(article => article.Article.Source, StringComparer.Ordinal)
                    .Select(article => article.Article)
                    .Select(article => new DigestSource(
                        article.Source,
                        OutletName.Of(article),
                        Headlines.Of(article),
                        article.PublishedOn,
                        links.To(article.Source),
                        !originals.Contains(article.Source)
                    )),
            ],
        };
    }

    private static Statement[] Cite(IReadOnlyList<StorySentence> sentences, CitationNumbers numbers) =>
        [.. sentences.Select(sentence => numbers.Cite(sentence.Sentence)).OfType<Statement>()];

    private ArchivedArticle[] Originals(ArchivedArticle[] articles) =>
        [.. articles.Where(article => originals.Contains(article.Article.Source))];
}
