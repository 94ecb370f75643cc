namespace NewsBot.Teams.Rendering;

/// <summary>Admits the addresses that a link may have.</summary>
internal static class SafeLink
{
    /// <summary>Returns the address, escaped, when it is absolute http or https, otherwise null. It is safe in a Markdown link.</summary>
    public static string? Of(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            ? url.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
            : null;

    /// <summary>Returns a text as a Markdown link, in a message or on a card; only the text if the address is not allowed.</summary>
    /// <param name="text">Escaped for the place.</param>
    /// <param name="link">The address; null: none.</param>
    public static string Around(string text, string? link) =>
        Of(link) is not { } url ? text
        // A number in brackets is a citation.
        : text.All(char.IsAsciiDigit) ? $"[{SafeText.ZeroWidthSpace}{text}]({url})"
        : $"[{text}]({url})";
}
