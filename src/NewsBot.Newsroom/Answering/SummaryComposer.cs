using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing;
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
        var disagreement = StoryDisagreements.Find(reading, reports).OrderBy(found => found.Kind).FirstOrDefault();
        if (question.IsComparison) return disagreement.One is null ? null : Pair(disagreement.One.Sentence, disagreement.Other.Sentence);

        var chosen = new List<StorySentence>();
        foreach (var sentence in reading.Sentences.Where(sentence => Share(topic, sentence.Stems) >= SpeaksOfTopic))
        {
            if (chosen.Count == StatementComposer.MaxStatements) break;
            if (chosen.All(other => other.Sentence.Source != sentence.Sentence.Source && !other.Repeats(sentence))) chosen.Add(sentence);
        }

        if (chosen.Count == 0) return null;
        return disagreement.One is null
            ? [.. chosen.Select(sentence => new DraftStatement(sentence.Sentence, []))]
            : [.. chosen.Where(sentence => sentence != disagreement.One && sentence != disagreement.Other).Take(1).Select(sentence => new DraftStatement(sentence.Sentence, [])),
                .. Pair(disagreement.One.Sentence, disagreement.Other.Sentence)];
    }

    private static ArchivedArticle[] ArticlesOn(HashSet<string> topic, IReadOnlyList<RetrievedPassage> passages, double least)
    {
        ArchivedArticle[] on = [.. passages.GroupBy(passage => passage.Article.Id)
            .Where(article => Share(topic, [.. article.SelectMany(passage => CandidateReader.Read(passage).Words.Stems), .. CandidateReader.Read(article.First()).Headline]) >= least)
            .Select(article => article.First().Article)];
        return [.. on.Where(article => StateOfThings.IsShared(on[0].Article, article.Article)).Take(MaxArticles)];
    }

    private static double Share(HashSet<string> topic, HashSet<string> stems) => (double)topic.Count(stems.Contains) / topic.Count;

    private static DraftStatement[] Pair(Candidate one, Candidate other) =>
        [new DraftStatement(one, []) { Contradicting = [other] }, new DraftStatement(other, []) { Contradicting = [one] }];
}
