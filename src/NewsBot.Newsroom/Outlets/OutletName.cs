
using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Outlets;

/// <summary>Who published an article.</summary>
internal static class OutletName
{
    /// <summary>The outlet's name, else the host of its address, else the source: what has no outlet stands for itself.</summary>
    public static string Of(Article article) => article.Outlet ?? HostOf(article.Url) ?? HostOf(article.Source) ?? article.Source;

    private static string? HostOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }
}
