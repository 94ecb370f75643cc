namespace NewsBot.Archive.Articles;

/// <summary>Names who published an article.</summary>
public static class OutletName
{
    /// <summary>Returns the outlet's name, else the host of its address, else the source: what has no outlet stands for itself.</summary>
    public static string Of(Article article) => Known(article) ?? article.Source;

    /// <summary>Returns the outlet's name, else the host of its address; null when neither is known.</summary>
    public static string? Known(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Outlet ?? HostOf(article.Url) ?? HostOf(article.Source);
    }

    private static string? HostOf(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }
}
