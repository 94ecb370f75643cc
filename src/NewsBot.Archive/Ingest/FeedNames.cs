using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Ingest;

/// <summary>Gives the entries of a fetched feed sources that no article from elsewhere has by chance.</summary>
/// <remarks>
/// A feed may name its entries as it likes: "12345", as other feeds do, or like one of the newsroom's own files. A web address names one
/// article everywhere; any other name is unique only within its feed.
/// </remarks>
internal static class FeedNames
{
    /// <summary>Returns the entry with its source, or the reason why it cannot have one.</summary>
    public static ReadResult Name(FetchedFeed feed, Article entry, ReadResult result)
    {
        // Without a name, its source would be its position in the feed, which belongs to another article at the next fetch.
        if (entry.Source.StartsWith('#'))
            return Rejected(result, $"contains an entry (\"{entry.Headline}\") that has neither an id nor a link");
        var source = IsWebAddress(entry.Source) ? entry.Source : $"{feed.ShownAddress}#{entry.Source}";
        return ArticleFields.CheckSource(source) is { } wrong
            ? Rejected(result, $"contains an entry (\"{entry.Headline}\") that {wrong}")
            : result with
            {
                Article = entry with { Source = source, ItemId = source },
            };
    }

    private static bool IsWebAddress(string name) =>
        Uri.TryCreate(name, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static ReadResult Rejected(ReadResult result, string reason) =>
        result with
        {
            Article = null,
            Rejection = reason,
            Kind = RejectionKind.Field,
        };
}
