using Microsoft.AspNetCore.WebUtilities;
using NewsBot.Wire;

namespace NewsBot.Requests;

/// <summary>Represents a failed request as an RFC 9457 document.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What went wrong, and the remedy; never a secret, a stack trace or a path of this machine.</param>
internal sealed record Problem(int Status, string Detail)
{
    /// <summary>Writes the document as the whole response.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        var document = new ProblemJson(
            "about:blank",
            ReasonPhrases.GetReasonPhrase(Status),
            Status,
            Detail,
            context.Request.Path.Value ?? "/"
        );
        context.Response.StatusCode = Status;
        await JsonResponse.WriteAsync(context, document, NewsBotJson.Wire.ProblemJson, "application/problem+json");
    }
}
