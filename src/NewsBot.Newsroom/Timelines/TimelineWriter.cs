using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom.Timelines;

/// <summary>
/// Writes the timeline of a topic: searches for it, keeps the sentences that name it, orders them by day and cites them. Thread-safe.
/// </summary>
/// <param name="archive">The archive of articles.</param>
/// <param name="links">Makes the links to citations.</param>
public sealed class TimelineWriter(ArticleArchive archive, ArticleLinks links)
{
    /// <summary>Specifies the longest topic, in UTF-16 code units.</summary>
    public const int MaxTopicChars = QuestionRequest.MaxChars;

    private const int Passages = 300;
    private const int MostStatements = 60;
    private const int MostPerDay = 3;

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
        var sentences = CandidateReader
            .Read(passages)
            .SelectMany(passage => passage.Candidates)
            .Where(candidate => candidate.SentenceCount == 1)
            .Select(candidate => new StorySentence(candidate, 0))
            .Where(sentence => sentence.IsPrintable && Names(sentence, stems));
        var numbers = new CitationNumbers(links);
        var days = Choose(sentences)
            .GroupBy(sentence => DayOf(sentence))
            .OrderBy(day => day.Key ?? DateOnly.MaxValue)
            .Select(day => new TimelineDay(day.Key, [.. day.Select(sentence => numbers.Cite(sentence.Sentence)).OfType<Statement>()]))
            .ToArray();
        return new Timeline
        {
            Topic = topic,
            Days = [.. days.Where(day => day.Statements.Count > 0)],
            Citations = numbers.All,
        };
    }

    // A long topic is a description: two words in three are enough.
    private static bool Names(StorySentence sentence, string[] stems)
    {
        var held = stems.Count(stem => sentence.Words.Any(word => word.Stem == stem));
        return stems.Length <= 2 ? held == stems.Length : 3 * held >= 2 * stems.Length;
    }

    private static List<StorySentence> Choose(IEnumerable<StorySentence> sentences)
    {
        var chosen = new List<StorySentence>();
        foreach (var sentence in sentences)
        {
            if (chosen.Count == MostStatements)
                break;
            if (
                chosen.Count(other => DayOf(other) == DayOf(sentence)) >= MostPerDay
                || chosen.Any(other =>
                    StateOfThings.IsShared(other.Sentence.Article.Article, sentence.Sentence.Article.Article) && other.Repeats(sentence)
                )
            )
                continue;
            chosen.Add(sentence);
        }

        return chosen;
    }

    private static DateOnly? DayOf(StorySentence sentence) => sentence.Sentence.Article.Article.PublishedOn;
}
