using System.Globalization;
using System.Text.Json;
using NewsBot.Newsroom;
using NewsBot.Requests;
using NewsBot.Wire;

namespace NewsBot.Http;

/// <summary>Serves <c>POST /api/ground</c>: judges a statement by a passage, both given, as <c>ground</c> of <c>batch</c> does.</summary>
internal static class GroundEndpoint
{
    /// <summary>Writes the verdict. No article of the archive is read.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        var (ground, problem) = await JsonBody.ReadAsync(
            context.Request,
            """{"passage":"…","statement":"…"}""",
            Read,
            context.RequestAborted
        );
        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        var verdict = await context
            .RequestServices.GetRequiredService<INewsroom>()
            .JudgeAsync(ground!.Statement, [ground.Passage], context.RequestAborted);
        await JsonResponse.WriteAsync(context, VerdictJson.From(verdict), NewsBotJson.Wire.VerdictJson);
    }

    private static (GroundJson? Ground, Problem? Problem) Read(JsonElement body)
    {
        var (passage, problem) = Read(body, "passage", GroundJson.MaxPassageChars);
        var (statement, other) = Read(body, "statement", GroundJson.MaxStatementChars);
        return (problem ?? other) is { } wrong ? (null, wrong) : (new GroundJson(passage!, statement!), null);
    }

    private static (string? Text, Problem? Problem) Read(JsonElement body, string name, int most)
    {
        if (!body.TryGetProperty(name, out var value))
            return Refuse($"The property \"{name}\" is missing.");
        if (!JsonBody.TryReadText(value, out var text))
            return Refuse($"The property \"{name}\" is not a string.");
        return text.Length <= most
            ? (text, null)
            : Refuse(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The property \"{name}\" has {text.Length:N0} characters; at most {most:N0} are judged."
                )
            );
    }

    private static (string? Text, Problem? Problem) Refuse(string detail) => (null, new Problem(StatusCodes.Status400BadRequest, detail));
}
