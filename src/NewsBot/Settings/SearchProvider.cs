namespace NewsBot.Settings;

/// <summary>Specifies what keeps the search index.</summary>
internal enum SearchProvider
{
    /// <summary>Files in the data directory.</summary>
    Local,

    /// <summary>An Elasticsearch cluster. Experimental.</summary>
    Elasticsearch,
}
