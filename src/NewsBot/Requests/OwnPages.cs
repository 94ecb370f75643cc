namespace NewsBot.Requests;

/// <summary>Distinguishes forms of our own pages from those of other sites.</summary>
internal static class OwnPages
{
    /// <summary>
    /// Determines whether a form was sent from a page of this host, or by a program. A reader's browser can send a form of another site
    /// here, and says so (https://www.w3.org/TR/fetch-metadata/).
    /// </summary>
    public static bool Sent(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            // Older browsers name the origin; newer ones omit it where pages, as here, send no referrer.
            "" => request.Headers.Origin.ToString() is not { Length: > 0 } origin
                || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value),
            var site => site == "same-origin",
        };
}
