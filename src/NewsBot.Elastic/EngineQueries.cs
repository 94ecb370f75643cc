using System.Globalization;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using NewsBot.Search.Analysis;
using NewsBot.Search.Index;
using NewsBot.Search.Index.Querying;

namespace NewsBot.Elastic;

/// <summary>Says in the engine's queries which passages count and which match. Stateless, thread-safe.</summary>
internal static class EngineQueries
{
    /// <summary>Specifies the most values in one query of terms: the engine's <c>index.max_terms_count</c>.</summary>
    public const int MostValues = 65_536;

    // Each is two clauses; the engine takes at least 1,024 in all (indices.query.bool.max_clause_count).
    private const int MostTerms = 300;

    /// <summary>Returns a query for the passages of a view; null: it has none.</summary>
    public static Query? Of(IndexView view)
    {
        if (view.Writes.IsEmpty)
            return null;
        return new BoolQuery
        {
            Filter = [AnyOf(view.Writes.Select(WrittenIn))],
            MustNot = GoneFrom(view) is { Count: > 0 } gone ? gone : null,
        };
    }

    /// <summary>Returns queries for the copies that a view leaves out.</summary>
    public static List<Query> GoneFrom(IndexView view) =>
        [
            .. ValuesOf("document", view.GoneDocuments.Select(FieldValue.Long))
                .Select(documents => (Query)new BoolQuery { Filter = [documents, new NumberRangeQuery("write") { Lte = view.Base }] }),
            .. ValuesOf("copy", view.GoneCopies.Select(FieldValue.String)),
        ];

    /// <summary>Returns a query for passages of writes that a view does not have, up to a write.</summary>
    public static Query NotWrittenIn(IndexView view, long last) =>
        new BoolQuery
        {
            Filter = [new NumberRangeQuery("write") { Lte = last }],
            MustNot = view.Writes.IsEmpty ? null : [AnyOf(view.Writes.Select(WrittenIn))],
        };

    /// <summary>Returns a query for the first passage of each document of a view.</summary>
    public static Query FirstPassages(Query view) => new BoolQuery { Filter = [view, new TermQuery("passage", 0)] };

    /// <summary>Returns a query for the passages of a view that a reader's query finds; null: it finds none.</summary>
    public static Query? Of(PassageQuery query, Query view)
    {
        var read = QueryReader.Read(query.Text);
        var terms = TextAnalyzer
            .Analyze(read.Words)
            .Where(token => !token.IsStopWord)
            .CountBy(token => token.Term)
            .Take(MostTerms)
            .ToList();
        if (terms.Count == 0 || query.VisibleRights == 0 || query.Owners is { Count: 0 })
            return null;
        var headline = new Bm25Weights().Headline;
        return new BoolQuery
        {
            Should =
            [
                .. terms.Select(term => (Query)new TermQuery("body", term.Key) { Boost = term.Value }),
                .. terms.Select(term => (Query)new TermQuery("headline", term.Key) { Boost = (float)(term.Value * headline) }),
            ],
            MinimumShouldMatch = 1,
            Filter = [view, .. Filters(query, read)],
            MustNot = [.. Hidden(query, read)],
        };
    }

    private static IEnumerable<Query> Filters(PassageQuery query, ReadQuery read)
    {
        foreach (var phrase in read.Required)
            yield return InEither(phrase);
        foreach (var part in read.Sources)
            yield return new WildcardQuery("source") { Value = $"*{Literal(PassageRecord.Folded(part))}*" };
        if (query.VisibleRights != ulong.MaxValue)
            yield return new TermsQuery("rights", new TermsQueryField([.. Classes(query.VisibleRights)]));
        if (query.Owners is { } owners)
            yield return AnyOf(ValuesOf("owner", owners.Select(FieldValue.Long)));
        if (query.From is { } first)
            yield return new DateRangeQuery("published") { Gte = Day(first) };
        if (query.To is { } last)
            yield return new DateRangeQuery("published") { Lte = Day(last) };
        if (read.After is { } after)
            yield return new DateRangeQuery("published") { Gt = Day(after) };
        if (read.Before is { } before)
            yield return new DateRangeQuery("published") { Lt = Day(before) };
    }

    private static IEnumerable<Query> Hidden(PassageQuery query, ReadQuery read)
    {
        if (query.AsOf is { } day)
            yield return new DateRangeQuery("published") { Gt = Day(day) };
        foreach (var phrase in read.Excluded)
            yield return InEither(phrase);
    }

    private static BoolQuery AnyOf(IEnumerable<Query> queries) => new() { Should = [.. queries], MinimumShouldMatch = 1 };

    private static Query WrittenIn(WriteRange range) => new NumberRangeQuery("write") { Gte = range.First, Lte = range.Last };

    private static IEnumerable<Query> ValuesOf(string field, IEnumerable<FieldValue> values) =>
        values.Chunk(MostValues).Select(chunk => (Query)new TermsQuery(field, new TermsQueryField(chunk)));

    private static BoolQuery InEither(PhraseClause phrase)
    {
        if (phrase.Terms is [var term])
            return AnyOf([new TermQuery("body", term), new TermQuery("headline", term)]);
        var text = string.Concat(
            phrase.Terms.Select(
                (one, at) =>
                    (
                        at == 0 ? ""
                        : phrase.Gaps[at] ? $" {PassageRecord.Gap} "
                        : " "
                    ) + one
            )
        );
        return AnyOf([new MatchPhraseQuery("body", text), new MatchPhraseQuery("headline", text)]);
    }

    private static IEnumerable<FieldValue> Classes(ulong rights) =>
        Enumerable.Range(0, 64).Where(number => (rights & (1UL << number)) != 0).Select(number => FieldValue.Long(number));

    private static string Literal(string part) =>
        part.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("?", "\\?", StringComparison.Ordinal);

    private static DateMath Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
