using NewsBot.Newsroom;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Timelines;
using NewsBot.Wire;

namespace NewsBot.Http;

/// <summary><c>GET /api/digest</c> and <c>GET /api/timeline</c>.</summary>
internal static class DigestEndpoints
{
    /// <summary>The digest of <c>date</c>, or of the newest day; with <c>topic</c> only its stories, with <c>desk</c> only what that one may see.</summary>
    public static async Task WriteDigestAsync(HttpContext context)
    {
        var newsroom = context.RequestServices.GetRequiredService<INewsroom>();
        var (request, problem) = ReadDigest(context.Request.Query);
        if (problem is null && context.Request.Query["desk"].ToString().Trim() is { Length: > 0 } name)
        {
            var desk = newsroom.Desks.Named(name);
            if (desk is null) problem = new Problem(StatusCodes.Status400BadRequest, "The parameter desk is not the name of a desk in the settings.");
            else request = request! with { Desk = desk };
        }

        if (problem is not null)
        {
            await problem.WriteAsync(context);
            return;
        }

        var digest = await newsroom.DigestAsync(request!, context.RequestAborted);
        await JsonResponse.WriteAsync(context, DigestJson.From(digest), NewsBotJson.Wire.DigestJson);
    }

    /// <summary>The timeline of <c>topic</c>.</summary>
    public static async Task WriteTimelineAsync(HttpContext context)
    {
        var topic = context.Request.Query["topic"].ToString().Trim();
        if (CheckTopic(topic) is { } problem)
        {
            await problem.WriteAsync(context);
            return;
        }

        var timeline = await context.RequestServices.GetRequiredService<INewsroom>().TimelineAsync(topic, null, context.RequestAborted);
        await JsonResponse.WriteAsync(context, TimelineJson.From(timeline), NewsBotJson.Wire.TimelineJson);
    }

    /// <summary>What digest an address asks for, or what is wrong with it.</summary>
    public static (DigestRequest? Request, Problem? Problem) ReadDigest(IQueryCollection query)
    {
        DateOnly? date = null;
        if (query["date"].ToString() is { Length: > 0 } written)
        {
            if (!Day.TryParse(written, out var day))
                return (null, new Problem(StatusCodes.Status400BadRequest, "The parameter date is not a day written YYYY-MM-DD."));
            date = day;
        }

        var topic = query["topic"].ToString().Trim();
        if (topic.Length > TimelineWriter.MaxTopicChars) return (null, CheckTopic(topic));
        return (new DigestRequest { Date = date, Topic = topic.Length == 0 ? null : topic }, null);
    }

    private static Problem? CheckTopic(string topic) => topic.Length switch
    {
        0 => new Problem(StatusCodes.Status400BadRequest, "The parameter topic is missing: the words that the timeline is about."),
        > TimelineWriter.MaxTopicChars => new Problem(StatusCodes.Status400BadRequest, $"The parameter topic is longer than {TimelineWriter.MaxTopicChars} characters."),
        _ => null,
    };
}
