using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Puts the stories of a day or window under heads, one for each event. Grouping compares all words of all texts, and among the few
/// reports of one day it joins events of one kind or place and separates the angles of a big one; headlines say what each is about.
/// </summary>
internal sealed class EventGroups
{
    /// <summary>Two reports of a story are of the same event when each contains this share of the other's headline, on average.</summary>
    private const double SameEvent = 0.55;

    /// <summary>The same share for the report that contains less of the other's headline.</summary>
    private const double SameEventAtLeast = 0.35;

    /// <summary>The same shares for reports of two stories.</summary>
    private const double OneHead = 0.65;

    private const double OneHeadAtLeast = 0.5;

    /// <summary>Shorter headlines say too little to join stories.</summary>
    private const int LeastHeadline = 4;

    /// <summary>An event that this many of the day's reports name, and this share of them, dominates the day.</summary>
    private const int LeastNaming = 5;

    private const double LeastShareNaming = 0.15;

    /// <summary>A report is about an event that it names this often in its beginning; in the headline, a name counts twice.</summary>
    private const int LeastNames = 4;

    private static readonly WordClasses GreatEvents = new("great-events");

    private readonly IReadOnlyDictionary<string, Article> articles;
    private readonly Dictionary<string, ReportWords> words = new(StringComparer.Ordinal);

    private EventGroups(IReadOnlyDictionary<string, Article> articles) => this.articles = articles;

    /// <summary>Returns the stories under each head, the one with the most reports first.</summary>
    /// <param name="groups">The groups of the day or window.</param>
    /// <param name="articles">The articles by source.</param>
    /// <param name="isCurrent">Determines whether a group has an article of the day or window.</param>
    /// <param name="isFresh">Determines whether an article of a group is of the day or window.</param>
    public static IReadOnlyList<IReadOnlyList<StoryGroup>> Of(
        IEnumerable<StoryGroup> groups,
        IReadOnlyDictionary<string, Article> articles,
        Func<StoryGroup, bool> isCurrent,
        Func<StoryGroup, Article, bool> isFresh
    )
    {
        var events = new EventGroups(articles);
        StoryGroup[] stories = [.. groups.Where(isCurrent).SelectMany(events.Split).Where(isCurrent)];
        Article[][] fresh =
        [
            .. stories.Select(story => story.Articles.Select(one => articles[one.Key]).Where(one => isFresh(story, one)).ToArray()),
        ];
        var heads = new DisjointSets(stories.Length);
        for (var i = 0; i < stories.Length; i++)
        {
            for (var j = i + 1; j < stories.Length; j++)
            {
                if (events.AreOneHead(fresh[i], fresh[j]))
                    heads.Join(i, j);
            }
        }

        foreach (var dominating in Dominating(fresh))
            for (var i = 1; i < dominating.Count; i++)
                heads.Join(dominating[0], dominating[i]);
        return
        [
            .. Enumerable
                .Range(0, stories.Length)
                .GroupBy(heads.Find)
                .Select(head =>
                    (IReadOnlyList<StoryGroup>)
                        [
                            .. head.OrderByDescending(i => fresh[i].Length)
                                .ThenBy(i => stories[i].Articles[0].Key, StringComparer.Ordinal)
                                .Select(i => stories[i]),
                        ]
                ),
        ];
    }

    /// <summary>Separates the reports of a group that are not connected by headlines.</summary>
    private IEnumerable<StoryGroup> Split(StoryGroup group)
    {
        var count = group.Articles.Count;
        if (count == 1)
            return [group];
        var parts = new DisjointSets(count);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (parts.Find(i) != parts.Find(j) && AreOneEvent(group.Articles[i].Key, group.Articles[j].Key))
                    parts.Join(i, j);
            }
        }

        var found = Enumerable.Range(0, count).GroupBy(parts.Find, i => group.Articles[i]).ToArray();
        return found.Length == 1 ? [group] : found.Select(part => Part(group, [.. part]));
    }

    private static StoryGroup Part(StoryGroup group, StoryArticle[] part)
    {
        StoryArticle[] originals = [.. part.Where(group.Originals.Contains)];
        return new StoryGroup
        {
            Articles = part,
            Originals = originals.Length > 0 ? originals : part,
            Copies = originals.Length > 0 ? part.Length - originals.Length : 0,
        };
    }

    private bool AreOneEvent(string one, string other) =>
        WordsOf(one).SharesName(WordsOf(other)) || Tell(one, other, SameEvent, SameEventAtLeast);

    private bool AreOneHead(Article[] one, Article[] other) =>
        one.Any(report =>
            WordsOf(report.Source).InHeadline >= LeastHeadline
            && other.Any(second =>
                WordsOf(second.Source).InHeadline >= LeastHeadline && Tell(report.Source, second.Source, OneHead, OneHeadAtLeast)
            )
        );

    private bool Tell(string one, string other, double mean, double least)
    {
        var (left, right) = (WordsOf(one), WordsOf(other));
        var (there, back) = (left.Tells(right), right.Tells(left));
        return (there + back) / 2 >= mean && Math.Min(there, back) > least;
    }

    private ReportWords WordsOf(string source) =>
        words.TryGetValue(source, out var known) ? known : words[source] = ReportWords.Of(articles[source], ReportWords.LeadChars);

    /// <summary>Returns the stories of each event that dominates the day, by their positions.</summary>
    private static IEnumerable<IReadOnlyList<int>> Dominating(Article[][] fresh)
    {
        var named = fresh.Select(story => story.Select(EventsIn).ToArray()).ToArray();
        var reports = named.Sum(story => story.Length);
        return named
            .SelectMany(story => story.SelectMany(report => report))
            .CountBy(name => name, StringComparer.Ordinal)
            .Where(one => one.Value >= LeastNaming && one.Value >= LeastShareNaming * reports)
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one =>
                (IReadOnlyList<int>)
                    [
                        .. Enumerable
                            .Range(0, named.Length)
                            .Where(i => 2 * named[i].Count(report => report.Contains(one.Key)) > named[i].Length),
                    ]
            )
            .Where(stories => stories.Count > 1);
    }

    private static HashSet<string> EventsIn(Article article) =>
        Names(article.Headline)
            .Concat(Names(article.Headline))
            .Concat(Names(article.Text[..Math.Min(ReportWords.LeadChars, article.Text.Length)]))
            .CountBy(name => name, StringComparer.Ordinal)
            .Where(name => name.Value >= LeastNames)
            .Select(name => name.Key)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Names(string text) =>
        AnnotatedText.Read(text).Words.Select(word => GreatEvents.Of(word.Folded)).OfType<string>();
}
