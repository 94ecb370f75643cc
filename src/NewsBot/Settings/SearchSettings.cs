using System.Text.RegularExpressions;
using NewsBot.Elastic;

namespace NewsBot.Settings;

/// <summary>Represents the settings of the search index.</summary>
internal sealed partial record SearchSettings(SearchProvider Provider)
{
    private const string UrlKey = "Search:Url";
    private const string IndexKey = "Search:Index";

    /// <summary>Gets where the engine's index is; null with another provider. It may contain a key: never print it.</summary>
    public ElasticOptions? Elastic { get; private init; }

    /// <summary>Reads section <c>Search</c>.</summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="dataDirectory">The absolute path of the data directory.</param>
    public static SearchSettings Read(SettingsReader reader, string dataDirectory)
    {
        var provider = reader.Choice("Search:Provider", SearchProvider.Local);
        var url = reader.WebAddress(UrlKey);
        var key = reader.Text("Search:ApiKey");
        var index = reader.Text(IndexKey) ?? ElasticOptions.DefaultIndex;
        var shards = reader.Whole("Search:Shards", 1, 1, 1024);
        var replicas = reader.Whole("Search:Replicas", 1, 0, 10);
        if (provider != SearchProvider.Elasticsearch)
        {
            if (url is not null)
                reader.Fail(
                    UrlKey,
                    $"is set, but with {provider} the index is in DataDirectory",
                    "remove it, or set Search:Provider to Elasticsearch"
                );
            return new SearchSettings(provider);
        }

        if (url is null && reader.Text(UrlKey) is null)
            reader.Fail(UrlKey, "is missing", "write it like https://search.example.org:9200");
        if (!IndexName().IsMatch(index))
            reader.Fail(
                IndexKey,
                $"is \"{index}\"",
                "use lower-case letters, digits, - and _, beginning with a letter, at most 200 of them"
            );
        return url is null
            ? new SearchSettings(provider)
            : new SearchSettings(provider)
            {
                Elastic = new ElasticOptions
                {
                    Url = url,
                    ApiKey = key,
                    Index = index,
                    Shards = shards,
                    Replicas = replicas,
                    LockFolder = Path.Combine(dataDirectory, "index-elasticsearch"),
                },
            };
    }

    [GeneratedRegex("^[a-z][a-z0-9_-]{0,199}$")]
    private static partial Regex IndexName();
}
