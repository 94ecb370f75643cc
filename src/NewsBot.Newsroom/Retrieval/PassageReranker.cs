using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Retrieval;

/// <summary>Orders retrieved passages by what the reading model makes of the sentences in them that are nearest to the query. Thread-safe.</summary>
internal static class PassageReranker
{
    /// <summary>So many of the best passages are read; the rest follow in their order.</summary>
    public const int Passages = 20;

    /// <summary>Sentences of a passage that are read: those with most of the query's words.</summary>
    private const int SentencesOfPassage = 2;

    /// <summary>What the probability that a passage answers is worth beside its score by words, which it multiplies; docs/reading.md has what it adds.</summary>
    private const double Worth = 2;

    /// <summary>Returns the passages in the new order, with the scores that put them there.</summary>
    public static IReadOnlyList<RetrievedPassage> Rerank(string query, IReadOnlyList<RetrievedPassage> passages, IReadingModel model, CancellationToken cancellationToken)
    {
        var asked = AnnotatedPassage.StemsOf([AnnotatedText.Read(query)]);
        var sentences = passages.Take(Passages).Select(passage => SentencesOf(passage, asked)).ToArray();
        var read = model.ScoreAnswers(query, [.. sentences.SelectMany(some => some)], cancellationToken);
        var next = 0;
        var scored = new List<RetrievedPassage>();
        for (var i = 0; i < sentences.Length; i++)
        {
            var best = 0f;
            foreach (var _ in sentences[i]) best = Math.Max(best, read[next++]);
            scored.Add(passages[i] with { Score = passages[i].Score * (1 + (Worth * best)) });
        }

        return [.. scored.OrderByDescending(passage => passage.Score), .. passages.Skip(Passages)];
    }

    private static TextInContext[] SentencesOf(RetrievedPassage passage, HashSet<string> asked)
    {
        var article = passage.Article.Article;
        return [.. passage.Passage.Sentences.Select(range => range.In(article.Text)).Where(sentence => !PageFurniture.Is(sentence))
            .OrderByDescending(sentence => AnnotatedPassage.StemsOf([AnnotatedText.Read(sentence)]).Count(asked.Contains)).Take(SentencesOfPassage)
            .Select(sentence => new TextInContext { Text = sentence, Headline = article.Headline, Published = article.PublishedOn })];
    }
}
