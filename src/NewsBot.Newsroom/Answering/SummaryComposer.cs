using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Answering;

/// <summary>
/// Answers a broad question from several sources, verbatim: with the sentences that say most of what the articles on the topic have in
/// common, and with those that contradict each other. Gives no answer if no article is on the topic. Thread-safe.
/// </summary>
internal static class SummaryComposer
{
    /// <summary>Maximum number of articles read on a topic.</summary>
    private const int MaxArticles = 8;

    /// <summary>
    /// Share of the topic's words that an article's retrieved passages and headline must contain for the article to be on the topic.
    /// </summary>
    private const double OnTopic = 0.75;

    private const int MostStatements = 4;

    /// <summary>The same share for an article that is partly on the topic.</summary>
    private const double InPart = 0.5;

    /// <summary>Share of the topic's words that a sentence must contain to be about it.</summary>
    private const double SpeaksOfTopic = 0.34;

    /// <summary>Composes the answer; null if the question has to be answered like any other.</summary>
    /// <param name="question">The question.</param>
    /// <param name="passages">The passages retrieved for it, best first.</param>
    /// <param name="reports">Determines whether two sentences contradict each other; if null, their words alone decide.</param>
    public static IReadOnlyList<DraftStatement>? Compose(
        BroadQuestion question,
        IReadOnlyList<RetrievedPassage> passages,
        ReportComparer? reports
    )
    {
        var topic = AnnotatedPassage.StemsOf([AnnotatedText.Read(question.Topic)]);
        if (topic.Count == 0)
            return null;
        var articles = ArticlesOn(topic, passages, question.IsComparison ? SpeaksOfTopic : OnTopic);
        if (articles.Length == 0)
            return null;
        var reading = RankedSentences.Of(articles);
        var disagreement = StoryDisagreements
            .Find(reading, reports)
            .OrderBy(found => found.Kind)
            .FirstOrDefault(found =>
                question.IsComparison || Share(topic, found.One.Stems) >= SpeaksOfTopic || Share(topic, found.Other.Stems) >= SpeaksOfTopic
            );
        if (question.IsComparison)
            return disagreement.One is null ? null : Pair(disagreement.One.Sentence, disagreement.Other.Sentence);

        // If at least half of the headlines are about the topic, every sentence but the first may be about anything in the story.
        var isStory =
            articles.Count(article => Share(topic, AnnotatedPassage.StemsOf([AnnotatedText.Read(article.Article.Headline)])) >= InPart) * 2
            >= articles.Length;
        var chosen = Cover(reading, topic, isStory, reports);
        if (chosen.Count == 0)
            return null;
        return disagreement.One is null
            ? [.. chosen.Select(sentence => new DraftStatement(sentence.Sentence, []))]
            :
            [
                .. chosen
                    .Where(sentence =>
                        sentence != disagreement.One && sentence != disagreement.Other && !sentence.Repeats(disagreement.One)
                    )
                    .Take(MostStatements - 2)
                    .Select(sentence => new DraftStatement(sentence.Sentence, [])),
                .. Pair(disagreement.One.Sentence, disagreement.Other.Sentence),
            ];
    }

    /// <summary>Greedily picks the sentences that add most to those picked before, preferring sources not yet used.</summary>
    private static List<StorySentence> Cover(RankedSentences reading, HashSet<string> topic, bool isStory, ReportComparer? reports)
    {
        var chosen = new List<StorySentence>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var left = reading.Sentences.ToList();
        while (chosen.Count < MostStatements)
        {
            var best = left.Where(sentence => (isStory && chosen.Count > 0) || Share(topic, sentence.Stems) >= SpeaksOfTopic)
                .MaxBy(sentence =>
                    reading.Gain(sentence, known) / (1 + chosen.Count(other => other.Sentence.Source == sentence.Sentence.Source))
                );
            if (best is null || (chosen.Count > 0 && reading.Novelty(best, known) < KeySentences.IsNew))
                break;
            left.Remove(best);
            if (chosen.Exists(other => other.Repeats(best) || reports?.IsToldBy(best.Sentence, other.Sentence) == true))
                continue;
            chosen.Add(best);
            known.UnionWith(best.Stems);
        }

        return chosen;
    }

    /// <summary>
    /// Returns the articles on the topic, and those of the same days that are partly on it: the same story in other words.
    /// </summary>
    private static ArchivedArticle[] ArticlesOn(HashSet<string> topic, IReadOnlyList<RetrievedPassage> passages, double least)
    {
        var shares = passages
            .GroupBy(passage => passage.Article.Id)
            .Select(article =>
                (
                    article.First().Article,
                    Share: Share(
                        topic,
                        [
                            .. article.SelectMany(passage => CandidateReader.Read(passage).Words.Stems),
                            .. CandidateReader.Read(article.First()).Headline,
                        ]
                    )
                )
            )
            .ToArray();
        ArchivedArticle[] on = [.. shares.Where(one => one.Share >= least).Select(one => one.Article)];
        var days = Array.FindAll(on, article => article.Article.PublishedOn is not null);
        return
        [
            .. on.Concat(
                    shares
                        .Where(one => one.Share >= InPart && one.Article.Article.PublishedOn is not null && days.Length > 0)
                        .Select(one => one.Article)
                )
                .DistinctBy(article => article.Id)
                .Where(article => StateOfThings.IsShared((days is [var first, ..] ? first : on[0]).Article, article.Article))
                .Take(MaxArticles),
        ];
    }

    private static double Share(HashSet<string> topic, HashSet<string> stems) => (double)topic.Count(stems.Contains) / topic.Count;

    private static DraftStatement[] Pair(Candidate one, Candidate other) =>
        [new DraftStatement(one, []) { Contradicting = [other] }, new DraftStatement(other, []) { Contradicting = [one] }];
}
