using NewsBot.Newsroom;
using NewsBot.Requests;
using NewsBot.Wire;

namespace NewsBot.Http;

/// <summary>Serves <c>GET /api/digest</c> and <c>GET /api/timeline</c>.</summary>
internal static class DigestEndpoints
{
    /// <summary>
    /// Writes the digest of <c>date</c>, or of the newest day; with <c>topic</c> only its stories, with <c>desk</c> only what that desk may
    /// see.
    /// </summary>
    public static async Task WriteDigestAsync(HttpContext context)
    {
        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        var (request, problem) = DigestQuery.Read(context.Request.Query);
        if (problem is null && context.Request.Query["desk"].ToString().Trim() is { Length: > 0 } name)
        {
            var desk = newsroom.Desks.Named(name);
            if (desk is null)
                problem = new Problem(StatusCodes.Status400BadRequest, "The parameter desk is not the name of a desk in the settings.");
            else
                request = request! with { Desk = desk };
        }

        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        var digest = await newsroom.DigestAsync(request!, context.RequestAborted);
        await JsonResponse.WriteAsync(context, DigestJson.From(digest), NewsBotJson.Wire.DigestJson);
    }

    /// <summary>Writes the timeline of <c>topic</c>.</summary>
    public static async Task WriteTimelineAsync(HttpContext context)
    {
        var topic = context.Request.Query["topic"].ToString().Trim();
        if (DigestQuery.CheckTopic(topic) is { } problem)
        {
            await problem.WriteAsync(context);
            return;
        }

        var timeline = await context.RequestServices.GetRequiredService<INewsroom>().TimelineAsync(topic, null, context.RequestAborted);
        await JsonResponse.WriteAsync(context, TimelineJson.From(timeline), NewsBotJson.Wire.TimelineJson);
    }
}
