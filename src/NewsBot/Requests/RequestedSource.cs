using Microsoft.AspNetCore.Http.Features;

namespace NewsBot.Requests;

/// <summary>
/// Reads the source from a request for an article: all of the path after a prefix. Sources contain slashes, and may be addresses with a
/// query, percent-encoded or not.
/// </summary>
/// <remarks>
/// The server passes on a path that is decoded except for %2F and has its dot segments resolved, so one path stands for several sources;
/// the raw request line names one.
/// </remarks>
internal static class RequestedSource
{
    /// <summary>Returns what the source may be, likeliest first; never empty strings.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prefix">Such as <c>/articles/</c>.</param>
    public static IEnumerable<string> Candidates(HttpRequest request, string prefix)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var start = string.IsNullOrEmpty(target) ? -1 : target.IndexOf(prefix, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            // An in-memory server has no request line, and decodes everything else.
            if (request.RouteValues["source"] is string { Length: > 0 } decoded)
                yield return decoded.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
            yield break;
        }

        var named = target![(start + prefix.Length)..];
        var question = named.IndexOf('?', StringComparison.Ordinal);
        if (question != 0 && named.Length > 0)
            yield return Uri.UnescapeDataString(question < 0 ? named : named[..question]);
        // An address whose query the reader did not encode.
        if (question > 0)
            yield return Uri.UnescapeDataString(named);
    }
}
