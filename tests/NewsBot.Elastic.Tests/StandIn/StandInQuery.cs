using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NewsBot.Elastic.Tests.StandIn;

/// <summary>Runs queries on an index of the stand-in, and refuses what the engine would refuse. Scores are plain BM25.</summary>
internal sealed class StandInQuery(StandInIndex index)
{
    private const int MostValues = 65_536;
    private const int MostClauses = 1_024;
    private const double Saturation = 1.2;

    private readonly Dictionary<string, Statistics> statistics = [];
    private int clauses;

    /// <summary>Returns the documents that match, with their scores.</summary>
    public List<(string Id, JsonObject Source, double Score)> Run(JsonObject query)
    {
        var match = Compile(query);
        return
        [
            .. index
                .Searchable.Select(pair => (pair.Key, pair.Value, Score: match(pair.Value)))
                .Where(hit => hit.Score is not null)
                .Select(hit => (hit.Key, hit.Value, hit.Score!.Value)),
        ];
    }

    // Returns the score of a document that matches; null: it does not.
    private Func<JsonObject, double?> Compile(JsonNode query)
    {
        if (++clauses > MostClauses)
            throw new RequestRefusedException(400, "too_many_nested_clauses", $"maxClauseCount is set to {MostClauses}");
        var (kind, body) = query.AsObject().Single();
        return kind switch
        {
            "bool" => Bool(body!.AsObject()),
            "term" => Term(body!.AsObject()),
            "terms" => Terms(body!.AsObject()),
            "range" => Range(body!.AsObject()),
            "wildcard" => Wildcard(body!.AsObject()),
            "match_phrase" => Phrase(body!.AsObject()),
            _ => throw new RequestRefusedException(400, "parsing_exception", $"unknown query [{kind}]"),
        };
    }

    private Func<JsonObject, double?> Bool(JsonObject body)
    {
        Only(body, "filter", "must", "must_not", "should", "minimum_should_match", "boost", "_name");
        var (filter, must, not, should) = (List("filter"), List("must"), List("must_not"), List("should"));
        var least = body["minimum_should_match"]?.GetValue<int>() ?? (filter.Count + must.Count == 0 && should.Count > 0 ? 1 : 0);
        return document =>
        {
            if (filter.Exists(one => one(document) is null) || not.Exists(one => one(document) is not null))
                return null;
            var (scores, musts) = (
                should.Select(one => one(document)).OfType<double>().ToList(),
                must.Select(one => one(document)).ToList()
            );
            return musts.Contains(null) || scores.Count < least ? null : scores.Sum() + musts.OfType<double>().Sum();
        };

        List<Func<JsonObject, double?>> List(string key) =>
            body[key] switch
            {
                null => [],
                JsonArray several => [.. several.Select(one => Compile(one!))],
                var one => [Compile(one)],
            };
    }

    private Func<JsonObject, double?> Term(JsonObject body)
    {
        var (field, value) = body.Single();
        var type = TypeOf(field);
        Only(value!.AsObject(), "value", "boost", "_name", "case_insensitive");
        var boost = value["boost"]?.GetValue<double>() ?? 1;
        if (type != "text")
            return document => Texts(document[field]).Contains(value["value"]!.ToString()) ? boost : null;
        var term = value["value"]!.GetValue<string>();
        var known = StatisticsOf(field);
        var with = known.With.GetValueOrDefault(term);
        var idf = Math.Log(1 + ((known.Count - with + 0.5) / (with + 0.5)));
        return document =>
        {
            var terms = TermsOf(document[field]);
            var count = terms.Count(one => one.Term == term);
            if (count == 0)
                return null;
            var norm = 1 - index.LengthNorms[field] + (index.LengthNorms[field] * terms.Count / known.Average);
            return (double)(float)(boost * idf * count / (count + (Saturation * norm)));
        };
    }

    private Func<JsonObject, double?> Terms(JsonObject body)
    {
        var (field, values) = body.Single(pair => pair.Key is not ("boost" or "_name"));
        TypeOf(field);
        if (values!.AsArray().Count > MostValues)
            throw RequestRefusedException.Invalid($"the number of terms is over the limit of [{MostValues}] (index.max_terms_count)");
        var set = values.AsArray().Select(one => one!.ToString()).ToHashSet();
        return document => Texts(document[field]).Any(set.Contains) ? 1 : null;
    }

    private Func<JsonObject, double?> Range(JsonObject body)
    {
        var (field, bounds) = body.Single();
        var isDate = TypeOf(field) == "date";
        Only(bounds!.AsObject(), "gt", "gte", "lt", "lte", "boost", "format", "relation", "time_zone", "_name");
        var limits = bounds.AsObject().Select(pair => (pair.Key, Value: Number(pair.Value!))).ToList();
        return document =>
            document[field] is { } value
            && limits.TrueForAll(limit =>
                limit.Key switch
                {
                    "gt" => Number(value) > limit.Value,
                    "gte" => Number(value) >= limit.Value,
                    "lt" => Number(value) < limit.Value,
                    _ => Number(value) <= limit.Value,
                }
            )
                ? 1
                : null;

        decimal Number(JsonNode value) =>
            isDate
                ? DateOnly.ParseExact(value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber
                : decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    private Func<JsonObject, double?> Wildcard(JsonObject body)
    {
        var (field, value) = body.Single();
        if (TypeOf(field) is not ("wildcard" or "keyword"))
            throw RequestRefusedException.Invalid($"[{field}] is no field for wildcards");
        Only(value!.AsObject(), "value", "boost", "case_insensitive", "rewrite", "_name");
        var pattern = Regex.Replace(
            value["value"]!.GetValue<string>(),
            @"\\(.)|\*|\?|[^\\*?]+",
            part =>
                part.Value switch
                {
                    "*" => ".*",
                    "?" => ".",
                    ['\\', ..] => Regex.Escape(part.Groups[1].Value),
                    _ => Regex.Escape(part.Value),
                }
        );
        return document => Regex.IsMatch(document[field]!.GetValue<string>(), $@"\A{pattern}\z", RegexOptions.Singleline) ? 1 : null;
    }

    private Func<JsonObject, double?> Phrase(JsonObject body)
    {
        var (field, value) = body.Single();
        if (TypeOf(field) != "text")
            throw RequestRefusedException.Invalid($"[{field}] is no field for phrases");
        Only(value!.AsObject(), "query", "analyzer", "slop", "boost", "zero_terms_query", "_name");
        var phrase = TermsOf(value["query"]);
        return document =>
        {
            var terms = TermsOf(document[field]).ToHashSet();
            return terms.Any(start =>
                phrase.TrueForAll(one => terms.Contains((one.Term, start.Position + one.Position - phrase[0].Position)))
            )
                ? 1
                : null;
        };
    }

    private string TypeOf(string field) =>
        index.Fields.TryGetValue(field, out var type) && !index.Unsearchable.Contains(field)
            ? type
            : throw RequestRefusedException.Invalid($"[{field}] cannot be searched");

    private Statistics StatisticsOf(string field)
    {
        if (statistics.TryGetValue(field, out var known))
            return known;
        var texts = index.Searchable.Values.Select(document => TermsOf(document[field])).Where(terms => terms.Count > 0).ToList();
        var with = texts.SelectMany(terms => terms.Select(one => one.Term).Distinct()).CountBy(term => term).ToDictionary();
        var average = texts.Select(terms => (double)terms.Count).DefaultIfEmpty(1).Average();
        return statistics[field] = new Statistics(texts.Count, average, with);
    }

    // The stop filter takes the marks out, and leaves their place empty.
    private static List<(string Term, int Position)> TermsOf(JsonNode? text) =>
        [
            .. (text?.GetValue<string>() ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select((term, position) => (term, position))
                .Where(one => one.term != "_"),
        ];

    private static IEnumerable<string> Texts(JsonNode? value) =>
        value is JsonArray several ? several.Select(one => one!.ToString())
        : value is null ? []
        : [value.ToString()];

    private static void Only(JsonObject body, params string[] keys)
    {
        foreach (var key in body.Select(pair => pair.Key).Except(keys))
            throw new RequestRefusedException(400, "parsing_exception", $"unknown key [{key}]");
    }

    private sealed record Statistics(int Count, double Average, Dictionary<string, int> With);
}
