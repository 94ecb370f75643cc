namespace NewsBot.Archive.Articles;

/// <summary>Names the outlet of an article.</summary>
public static class OutletName
{
    /// <summary>
    /// Returns the outlet's name, or else the host of its address, or else the source: an article without an outlet counts as its own.
    /// </summary>
    public static string Of(Article article) => Known(article) ?? article.Source;

    /// <summary>Returns the outlet's name, or else the host of its address; null when neither is known.</summary>
    public static string? Known(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Outlet ?? HostOf(article.Url) ?? HostOf(article.Source);
    }

    private static string? HostOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }
}
