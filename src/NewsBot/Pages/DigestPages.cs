using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Timelines;
using NewsBot.Requests;

namespace NewsBot.Pages;

/// <summary>Serves the pages of digests and timelines.</summary>
internal static class DigestPages
{
    /// <summary>Writes <c>/digest?date=&amp;topic=</c>.</summary>
    public static async Task ShowDigestAsync(HttpContext context)
    {
        var rights = context.RequestServices.GetRequiredService<HostReader>().Rights;
        var (request, problem) = DigestQuery.Read(context.Request.Query, rights.Desk);
        if (problem is not null)
        {
            await FailurePage.WriteAsync(context, problem);
            return;
        }

        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        var days = (await newsroom.SummariseAsync(rights, context.RequestAborted)).Days;
        var today = DateOnly.FromDateTime(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        request = request! with { Date = request.Date ?? days.NewestFull(today) };
        var digest = request.Date is null ? null : await newsroom.DigestAsync(request, context.RequestAborted);
        if (digest is not null)
            RequestAudit.Record(context, AuditActor.Page, digest, rights.Desk);
        await PageResponse.WriteAsync<DigestPage>(
            context,
            new()
            {
                [nameof(DigestPage.Digest)] = digest,
                [nameof(DigestPage.Day)] = digest?.Date,
                [nameof(DigestPage.Earlier)] = digest is null ? null : days.Before(digest.Date),
                [nameof(DigestPage.Later)] = digest is null ? null : days.After(digest.Date, today),
            }
        );
    }

    /// <summary>Writes <c>/timeline?topic=</c>.</summary>
    public static async Task ShowTimelineAsync(HttpContext context)
    {
        var topic = context.Request.Query["topic"].ToString().Trim();
        var isTooLong = topic.Length > TimelineWriter.MaxTopicChars;
        var rights = context.RequestServices.GetRequiredService<HostReader>().Rights;
        var timeline =
            topic.Length == 0 || isTooLong
                ? null
                : await context.RequestServices.GetRequiredService<INewsroom>().TimelineAsync(topic, rights, context.RequestAborted);
        if (timeline is not null)
            RequestAudit.Record(context, AuditActor.Page, AuditAction.TimelineRead, null, rights.Desk, topic);
        await PageResponse.WriteAsync<TimelinePage>(
            context,
            new()
            {
                [nameof(TimelinePage.Topic)] = topic,
                [nameof(TimelinePage.IsTooLong)] = isTooLong,
                [nameof(TimelinePage.Timeline)] = timeline,
            }
        );
    }
}
