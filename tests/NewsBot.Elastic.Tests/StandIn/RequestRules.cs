using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Elastic.Tests.StandIn;

/// <summary>
/// What the public description of the API allows for the requests that NewsBot sends: method, path, parameters, media types and the keys
/// of the body.
/// </summary>
/// <remarks>Source: the repository elastic/elasticsearch-specification, folder <c>specification</c>, one file a request.</remarks>
internal static class RequestRules
{
    private const string Json = "application/vnd.elasticsearch+json;compatible-with=9";

    private static readonly string[] Lines = ["application/x-ndjson", "application/vnd.elasticsearch+x-ndjson;compatible-with=9"];

    private static readonly Dictionary<string, Rule> Rules = new(StringComparer.Ordinal)
    {
        ["HEAD /{index}"] = new("allow_no_indices expand_wildcards flat_settings ignore_unavailable include_defaults local", null),
        ["PUT /{index}"] = new("master_timeout timeout wait_for_active_shards", "aliases mappings settings"),
        ["POST /{index}/_refresh"] = new("allow_no_indices expand_wildcards ignore_unavailable", null),
        ["PUT /{index}/_bulk"] = Bulk,
        ["POST /{index}/_bulk"] = Bulk,
        ["GET /{index}/_doc/{id}"] = new(
            "preference realtime refresh routing _source _source_excludes _source_includes stored_fields version version_type",
            null
        ),
        ["PUT /{index}/_doc/{id}"] = new(
            "if_primary_term if_seq_no include_source_on_error op_type pipeline refresh routing timeout version version_type wait_for_active_shards require_alias require_data_stream",
            "*"
        ),
        ["POST /{index}/_count"] = new(
            "allow_no_indices analyzer analyze_wildcard default_operator df expand_wildcards ignore_throttled ignore_unavailable lenient min_score preference routing terminate_after q",
            "query"
        ),
        ["POST /{index}/_search"] = new(
            "allow_no_indices allow_partial_search_results analyzer batched_reduce_size ccs_minimize_roundtrips expand_wildcards ignore_unavailable max_concurrent_shard_requests preference pre_filter_shard_size request_cache routing search_type typed_keys rest_total_hits_as_int",
            "aggregations collapse explain from highlight track_total_hits indices_boost docvalue_fields min_score post_filter profile query rescore script_fields search_after size slice sort _source fields suggest terminate_after timeout track_scores version seq_no_primary_term stored_fields pit runtime_mappings stats"
        ),
        ["POST /{index}/_delete_by_query"] = new(
            "allow_no_indices analyzer analyze_wildcard conflicts default_operator df expand_wildcards from ignore_unavailable lenient max_docs preference refresh request_cache requests_per_second routing q scroll scroll_size search_timeout search_type slices sort stats terminate_after timeout version wait_for_active_shards wait_for_completion",
            "max_docs query slice sort"
        ),
    };

    private static Rule Bulk =>
        new(
            "include_source_on_error list_executed_pipelines pipeline refresh routing _source _source_excludes _source_includes timeout wait_for_active_shards require_alias require_data_stream",
            "lines"
        );

    /// <summary>Checks a request, and returns its rule's name.</summary>
    public static string Check(HttpRequest request, string body)
    {
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var path = parts switch
        {
            [_] => "/{index}",
            [_, "_doc", _] => "/{index}/_doc/{id}",
            [_, var verb] => $"/{{index}}/{verb}",
            _ => request.Path.Value,
        };
        var name = $"{request.Method} {path}";
        if (!Rules.TryGetValue(name, out var rule))
            throw RequestRefusedException.Invalid($"no handler found for [{name}]");
        if (parts[0].Any(char.IsAsciiLetterUpper) || parts[0][0] is '_' or '-' or '+')
            throw new RequestRefusedException(400, "invalid_index_name_exception", parts[0]);
        foreach (var parameter in request.Query.Keys.Where(key => !rule.Parameters.Contains(key)))
            throw RequestRefusedException.Invalid($"request contains unrecognized parameter: [{parameter}]");
        CheckMedia(request, rule);
        if (rule.Keys is null && body.Length > 0)
            throw RequestRefusedException.Invalid("this request takes no body");
        if (rule.Keys is { } keys && !keys.Overlaps(["*", "lines"]))
        {
            foreach (var key in JsonNode.Parse(body)!.AsObject().Select(pair => pair.Key).Where(key => !keys.Contains(key)))
                throw new RequestRefusedException(400, "parsing_exception", $"unknown key [{key}]");
        }

        return name;
    }

    private static void CheckMedia(HttpRequest request, Rule rule)
    {
        var accept = Plain(request.Headers.Accept.ToString());
        if (accept != Json && accept != "application/json")
            throw new RequestRefusedException(406, "media_type_header_exception", $"Accept {accept}");
        var sent = Plain(request.ContentType ?? "");
        var isRight =
            rule.Keys is null ? sent.Length == 0 || sent == Json
            : rule.Keys.Contains("lines") ? Lines.Contains(sent)
            : sent == Json;
        if (!isRight)
            throw new RequestRefusedException(406, "media_type_header_exception", $"Content-Type {sent}");
    }

    private static string Plain(string media) => media.Replace(" ", "", StringComparison.Ordinal);

    private sealed record Rule(string ParameterNames, string? KeyNames)
    {
        // Every request takes these.
        private const string Common = " error_trace filter_path human pretty";

        public HashSet<string> Parameters { get; } = [.. (ParameterNames + Common).Split(' ')];

        public HashSet<string>? Keys { get; } = KeyNames is null ? null : [.. KeyNames.Split(' ')];
    }
}
