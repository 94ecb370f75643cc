using Microsoft.AspNetCore.Http.Features;

namespace NewsBot.Requests;

/// <summary>
/// The source that a request for an article names: all of the path after a prefix. Sources hold slashes, and may be addresses with
/// a query of their own, percent-encoded or not.
/// </summary>
/// <remarks>
/// The path that the server hands on is decoded but for %2F and has dot segments resolved, so that it names several sources; the
/// request line as it came names one.
/// </remarks>
internal static class RequestedSource
{
    /// <summary>What the source may be, likeliest first; never empty strings.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prefix">Such as <c>/articles/</c>.</param>
    public static IEnumerable<string> Candidates(HttpRequest request, string prefix)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var start = string.IsNullOrEmpty(target) ? -1 : target.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            // A server in memory has no request line, and decodes everything else.
            if (request.RouteValues["source"] is string { Length: > 0 } decoded)
                yield return decoded.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
            yield break;
        }

        var named = target![(start + prefix.Length)..];
        var question = named.IndexOf('?', StringComparison.Ordinal);
        if (question != 0 && named.Length > 0)
            yield return Uri.UnescapeDataString(question < 0 ? named : named[..question]);
        // An address with a query that its reader did not encode.
        if (question > 0)
            yield return Uri.UnescapeDataString(named);
    }
}
