using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Answering;

/// <summary>
/// Answers a broad question from several sources: the sentences that say most of what the articles on the topic have in common, and where they contradict
/// each other. Word for word, and none when no article is on the topic. Thread-safe.
/// </summary>
internal static class SummaryComposer
{
    /// <summary>Articles on the topic that are read.</summary>
    private const int MaxArticles = 8;

    /// <summary>An article is on a topic when its best paragraphs hold this share of the topic's words.</summary>
    private const double OnTopic = 0.75;

    private const int MostStatements = 4;

    /// <summary>The same of an article that is on the topic in part.</summary>
    private const double InPart = 0.5;

    /// <summary>A sentence speaks of a topic when it holds this share of its words.</summary>
    private const double SpeaksOfTopic = 0.34;

    /// <summary>Composes the answer; null when the question has to be answered like any other.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="passages">Retrieved for it, best first.</param>
    /// <param name="reports">Says whether two sentences contradict each other; null: their words do.</param>
    public static IReadOnlyList<DraftStatement>? Compose(BroadQuestion question, IReadOnlyList<RetrievedPassage> passages, ReportComparer? reports)
    {
        var topic = AnnotatedPassage.StemsOf([AnnotatedText.Read(question.Topic)]);
        if (topic.Count == 0) return null;
        var articles = ArticlesOn(topic, passages, question.IsComparison ? SpeaksOfTopic : OnTopic);
        if (articles.Length == 0) return null;
        var reading = RankedSentences.Of(articles);
        var disagreement = StoryDisagreements.Find(reading, reports).OrderBy(found => found.Kind)
            .FirstOrDefault(found => question.IsComparison || Share(topic, found.One.Stems) >= SpeaksOfTopic || Share(topic, found.Other.Stems) >= SpeaksOfTopic);
        if (question.IsComparison) return disagreement.One is null ? null : Pair(disagreement.One.Sentence, disagreement.Other.Sentence);

        // Of articles whose headlines have the topic every sentence may tell something; of others, only what speaks of it.
        var isStory = articles.Count(article => Share(topic, AnnotatedPassage.StemsOf([AnnotatedText.Read(article.Article.Headline)])) >= InPart) * 2 >= articles.Length;
        var chosen = Cover(reading, topic, isStory, reports);
        if (chosen.Count == 0) return null;
        return disagreement.One is null
            ? [.. chosen.Select(sentence => new DraftStatement(sentence.Sentence, []))]
            : [.. chosen.Where(sentence => sentence != disagreement.One && sentence != disagreement.Other && !sentence.Repeats(disagreement.One)).Take(MostStatements - 2)
                    .Select(sentence => new DraftStatement(sentence.Sentence, [])),
                .. Pair(disagreement.One.Sentence, disagreement.Other.Sentence)];
    }

    /// <summary>Greedily the sentences that say most of what the ones before do not, each from another source while there is one.</summary>
    private static List<StorySentence> Cover(RankedSentences reading, HashSet<string> topic, bool isStory, ReportComparer? reports)
    {
        var chosen = new List<StorySentence>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var left = reading.Sentences.ToList();
        while (chosen.Count < MostStatements)
        {
            var best = left.Where(sentence => (isStory && chosen.Count > 0) || Share(topic, sentence.Stems) >= SpeaksOfTopic)
                .MaxBy(sentence => reading.Gain(sentence, known) / (1 + chosen.Count(other => other.Sentence.Source == sentence.Sentence.Source)));
            if (best is null || (chosen.Count > 0 && reading.Novelty(best, known) < KeySentences.IsNew)) break;
            left.Remove(best);
            if (chosen.Exists(other => other.Repeats(best) || reports?.IsToldBy(best.Sentence, other.Sentence) == true)) continue;
            chosen.Add(best);
            known.UnionWith(best.Stems);
        }

        return chosen;
    }

    /// <summary>The articles on the topic, and those of the same days that speak of it in part: the same story in other words.</summary>
    private static ArchivedArticle[] ArticlesOn(HashSet<string> topic, IReadOnlyList<RetrievedPassage> passages, double least)
    {
        var shares = passages.GroupBy(passage => passage.Article.Id).Select(article => (
            article.First().Article,
            Share: Share(topic, [.. article.SelectMany(passage => CandidateReader.Read(passage).Words.Stems), .. CandidateReader.Read(article.First()).Headline]))).ToArray();
        ArchivedArticle[] on = [.. shares.Where(one => one.Share >= least).Select(one => one.Article)];
        var days = Array.FindAll(on, article => article.Article.PublishedOn is not null);
        return [.. on.Concat(shares.Where(one => one.Share >= InPart && one.Article.Article.PublishedOn is not null && days.Length > 0).Select(one => one.Article)).DistinctBy(article => article.Id)
            .Where(article => StateOfThings.IsShared((days is [var first, ..] ? first : on[0]).Article, article.Article)).Take(MaxArticles)];
    }

    private static double Share(HashSet<string> topic, HashSet<string> stems) => (double)topic.Count(stems.Contains) / topic.Count;

    private static DraftStatement[] Pair(Candidate one, Candidate other) =>
        [new DraftStatement(one, []) { Contradicting = [other] }, new DraftStatement(other, []) { Contradicting = [one] }];
}
