namespace NewsBot.Settings;

/// <summary>Represents a feed that the host fetches.</summary>
/// <param name="Url">Its address; the query may contain a key, and is never shown.</param>
/// <param name="Outlet">The outlet that publishes it; null: as the feed itself says.</param>
/// <param name="Every">The time between two fetches.</param>
internal sealed record FeedSettings(Uri Url, string? Outlet, TimeSpan Every)
{
    private const int DefaultSeconds = 300;

    // Feeds asked more often answer 429.
    private const int LeastSeconds = 15;

    private const int MostSeconds = 86_400;

    /// <summary>Reads <c>Ingest:Feeds</c>.</summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="privateHosts">Hosts that may be fetched from even if their addresses are private.</param>
    public static IReadOnlyList<FeedSettings> ReadAll(SettingsReader reader, IReadOnlyList<string> privateHosts)
    {
        var feeds = new List<FeedSettings>();
        foreach (var name in reader.Names("Ingest:Feeds"))
        {
            var key = $"Ingest:Feeds:{name}";
            var (url, outlet) = (Address(reader, $"{key}:Url", privateHosts), reader.Text($"{key}:Outlet"));
            var seconds = reader.Whole($"{key}:EverySeconds", DefaultSeconds, LeastSeconds, MostSeconds);
            if (url is null)
                continue;
            if (feeds.Exists(feed => feed.Url == url))
                reader.Fail($"{key}:Url", "names a feed that is already listed", "remove one of the two");
            feeds.Add(new FeedSettings(url, outlet, TimeSpan.FromSeconds(seconds)));
        }

        return feeds;
    }

    private static Uri? Address(SettingsReader reader, string key, IReadOnlyList<string> privateHosts)
    {
        if (reader.Text(key) is not { } value)
        {
            reader.Fail(key, "is missing", "set the feed's address, such as https://news.example.org/rss.xml");
            return null;
        }

        // The value is not shown, because it may contain a key.
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
        {
            reader.Fail(key, "is not a web address", "write it like https://news.example.org/rss.xml, without a user name");
            return null;
        }

        var host = url.IdnHost;
        if ((url.IsLoopback || PublicAddress.IsPrivate(host)) && !privateHosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            reader.Fail(key, $"leads to {host}, which is not a public address", "name that host in Ingest:PrivateHosts if you mean it");
        return url;
    }
}
