using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Stories;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom.Timelines;

/// <summary>
/// Writes the timeline of a topic: searches for it, and takes from the reports of each day the one sentence that best tells the day's news
/// on it. Thread-safe.
/// </summary>
/// <param name="archive">The archive of articles.</param>
/// <param name="links">Makes the links to citations.</param>
public sealed class TimelineWriter(ArticleArchive archive, ArticleLinks links)
{
    /// <summary>Specifies the longest topic, in UTF-16 code units.</summary>
    public const int MaxTopicChars = QuestionRequest.MaxChars;

    private const int Passages = 400;
    private const int MostDays = 40;
    private const int MostUndated = 3;

    /// <summary>The news of a report is in its first passages.</summary>
    private const int LeadPassages = 8;

    /// <summary>A topic of more words is a description, and a report may lack a quarter of them.</summary>
    private const int AllWords = 3;

    private const double OfADescription = 0.75;

    /// <summary>A sentence with this share of another's words, those of the topic apart, tells nothing new.</summary>
    private const double SameWords = 0.5;

    /// <summary>Returns the timeline of a topic, without days when the articles do not name it.</summary>
    /// <param name="topic">The topic, not empty and at most <see cref="MaxTopicChars"/> long.</param>
    /// <param name="rights">What the reader may see; never articles under embargo.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<Timeline> WriteAsync(string topic, ReaderRights rights, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        ArgumentNullException.ThrowIfNull(rights);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(topic.Length, MaxTopicChars, nameof(topic));
        var stems = AnnotatedText
            .Read(topic)
            .Words.Where(word => !word.IsStop)
            .Select(word => word.Stem)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (stems.Length == 0)
            return new Timeline
            {
                Topic = topic,
                Days = [],
                Citations = [],
            };

        var passages = await archive
            .SearchAsync(
                new PassageQuery
                {
                    Text = topic,
                    Top = Passages,
                    AsOf = rights.AsOf,
                },
                rights.Scope,
                cancellationToken
            )
            .ConfigureAwait(false);
        var reports = passages
            .Select(passage => passage.Article)
            .DistinctBy(article => article.Id)
            .Where(article => ArticleForm.IsNews(article.Article) && HasTopic(StemsOf(StoryFile.TextOf(article.Article)), stems))
            .GroupBy(article => article.Article.PublishedOn)
            .ToArray();
        // The days with the most reports, then those that the search ranks first.
        var days = reports
            .Where(day => day.Key is not null)
            .OrderByDescending(day => day.Select(article => OutletName.Of(article.Article)).Distinct(StringComparer.Ordinal).Count())
            .ThenByDescending(day => day.Count())
            .Take(MostDays)
            .OrderBy(day => day.Key);
        var numbers = new CitationNumbers(links);
        var told = new List<StorySentence>();
        var written = new List<TimelineDay>();
        foreach (var day in days)
            Add(day.Key, Best([.. day], stems, told).Take(1));
        foreach (var undated in reports.Where(day => day.Key is null))
            Add(null, Best([.. undated], stems, told).DistinctBy(sentence => sentence.Sentence.Source).Take(MostUndated));
        return new Timeline
        {
            Topic = topic,
            Days = written,
            Citations = numbers.All,
        };

        void Add(DateOnly? day, IEnumerable<StorySentence> chosen)
        {
            StorySentence[] sentences = [.. chosen];
            told.AddRange(sentences);
            if (sentences.Select(sentence => numbers.Cite(sentence.Sentence)).OfType<Statement>().ToArray() is [_, ..] statements)
                written.Add(new TimelineDay(day, statements));
        }
    }

    /// <summary>Returns the sentences of a day's reports that tell news on the topic and are not told yet, best first.</summary>
    private static IEnumerable<StorySentence> Best(ArchivedArticle[] reports, string[] topic, List<StorySentence> told)
    {
        var reading = RankedSentences.Of(reports, LeadPassages);
        return reading
            .News()
            .Concat(reading.Sentences.Where(NewsForm.IsPlain))
            .Where(sentence => IsOn(sentence, topic) && !told.Exists(other => Repeats(other, sentence, topic)));
    }

    /// <summary>
    /// Determines whether a sentence is on the topic: it has half of the topic's words, and with its headline as many as a report needs.
    /// </summary>
    private static bool IsOn(StorySentence sentence, string[] topic)
    {
        var here = sentence.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        if (2 * topic.Count(here.Contains) < topic.Length)
            return false;
        here.UnionWith(StemsOf(sentence.Sentence.Article.Article.Headline));
        return HasTopic(here, topic);
    }

    private static bool HasTopic(HashSet<string> words, string[] topic) =>
        topic.Count(words.Contains) >= (topic.Length <= AllWords ? topic.Length : OfADescription * topic.Length);

    private static bool Repeats(StorySentence one, StorySentence other, string[] topic)
    {
        string[] shorter = [.. (one.Stems.Count <= other.Stems.Count ? one : other).Stems.Except(topic, StringComparer.Ordinal)];
        var longer = one.Stems.Count <= other.Stems.Count ? other.Stems : one.Stems;
        return shorter.Length > 0 && shorter.Count(longer.Contains) >= SameWords * shorter.Length;
    }

    private static HashSet<string> StemsOf(string text) =>
        AnnotatedText.Read(text).Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
}
