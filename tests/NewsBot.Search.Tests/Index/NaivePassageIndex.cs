using NewsBot.Search.Analysis;
using NewsBot.Search.Index;

namespace NewsBot.Search.Tests.Index;

/// <summary>BM25F by the book: keeps the documents, and scores every passage from its text for every query.</summary>
internal sealed class NaivePassageIndex(Bm25Weights weights)
{
    private readonly Dictionary<long, IndexDocument> documents = [];

    public int PassageCount => documents.Values.Sum(document => document.Passages.Count);

    public int DocumentCount => documents.Values.Count(document => document.Passages.Count > 0);

    public void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put)
    {
        foreach (var key in removed)
            documents.Remove(key);
        foreach (var document in put)
            documents[document.Key] = document;
    }

    public IReadOnlyList<PassageHit> Search(PassageQuery query)
    {
        var passages = documents
            .Values.SelectMany(document =>
                document.Passages.Select(
                    (text, number) => (Document: document, Number: number, Body: Terms(text), Headline: Terms(document.Headline))
                )
            )
            .ToList();
        var averageBody = passages.Select(passage => (double)passage.Body.Count).DefaultIfEmpty().Average();
        var averageHeadline = passages.Select(passage => (double)passage.Headline.Count).DefaultIfEmpty().Average();
        var hits = new List<PassageHit>();
        foreach (
            var passage in passages.Where(passage =>
                query.AsOf is null || passage.Document.Published is null || passage.Document.Published <= query.AsOf
            )
        )
        {
            var score = 0.0;
            foreach (var term in Terms(query.Text))
            {
                var idf = Math.Log(1 + ((passages.Count - With(term) + 0.5) / (With(term) + 0.5)));
                var frequency = 0.0;
                if (averageBody > 0)
                    frequency +=
                        passage.Body.Count(term.Equals)
                        / (1 - weights.BodyLengthNorm + (weights.BodyLengthNorm * passage.Body.Count / averageBody));
                if (averageHeadline > 0)
                    frequency +=
                        weights.Headline
                        * passage.Headline.Count(term.Equals)
                        / (1 - weights.HeadlineLengthNorm + (weights.HeadlineLengthNorm * passage.Headline.Count / averageHeadline));
                score += idf * frequency * (weights.Saturation + 1) / (frequency + weights.Saturation);
            }

            if (score > 0)
                hits.Add(new PassageHit(passage.Document.Key, passage.Number, score));
        }

        return [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Document).ThenBy(hit => hit.Passage).Take(query.Top)];

        int With(string term) => passages.Count(passage => passage.Body.Contains(term) || passage.Headline.Contains(term));
    }

    private static List<string> Terms(string text) =>
        [.. TextAnalyzer.Analyze(text).Where(token => !token.IsStopWord).Select(token => token.Term)];
}
