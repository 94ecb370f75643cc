using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
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
        var (rights, unknown) = RequestedDesk.Read(context);
        var (request, problem) = DigestQuery.Read(context.Request.Query, rights?.Desk);
        problem ??= unknown;
        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        var digest = await newsroom.DigestAsync(request!, context.RequestAborted);
        if (digest is not null)
            RequestAudit.Record(context, AuditActor.Api, digest, rights!.Desk);
        await JsonResponse.WriteAsync(context, DigestJson.From(digest), NewsBotJson.Wire.DigestJson);
    }

    /// <summary>Writes the timeline of <c>topic</c>; with <c>desk</c> only what that desk may see.</summary>
    public static async Task WriteTimelineAsync(HttpContext context)
    {
        var topic = context.Request.Query["topic"].ToString().Trim();
        var (rights, unknown) = RequestedDesk.Read(context);
        if ((DigestQuery.CheckTopic(topic) ?? unknown) is { } problem)
        {
            await problem.WriteAsync(context);
            return;
        }

        var timeline = await context.RequestServices.GetRequiredService<INewsroom>().TimelineAsync(topic, rights!, context.RequestAborted);
        RequestAudit.Record(context, AuditActor.Api, AuditAction.TimelineRead, null, rights!.Desk, topic);
        await JsonResponse.WriteAsync(context, TimelineJson.From(timeline), NewsBotJson.Wire.TimelineJson);
    }
}
