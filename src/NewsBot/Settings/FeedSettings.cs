namespace NewsBot.Settings;

/// <summary>Represents a feed that the host fetches.</summary>
/// <param name="Url">Its address; the query may contain a key, and is never shown.</param>
/// <param name="Outlet">The outlet that publishes it; null: as the feed itself says.</param>
/// <param name="Every">The time between two fetches.</param>
internal sealed record FeedSettings(Uri Url, string? Outlet, TimeSpan Every)
{
    private const string Example = "https://news.example.org/rss.xml";

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
            var (url, outlet) = (
                OutsideAddress.Read(reader, $"{key}:Url", "the feed's address", Example, privateHosts),
                reader.Text($"{key}:Outlet")
            );
            var seconds = reader.Whole($"{key}:EverySeconds", DefaultSeconds, LeastSeconds, MostSeconds);
            if (url is null)
                continue;
            if (feeds.Exists(feed => feed.Url == url))
                reader.Fail($"{key}:Url", "names a feed that is already listed", "remove one of the two");
            feeds.Add(new FeedSettings(url, outlet, TimeSpan.FromSeconds(seconds)));
        }

        return feeds;
    }
}
