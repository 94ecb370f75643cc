using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Requests;

namespace NewsBot.Pages;

/// <summary>Receives readers' feedback on an answer: the only change that a page makes.</summary>
internal static class FeedbackEndpoint
{
    /// <summary>Serves <c>POST /answer/feedback?q=&amp;before=</c> with the field <c>useful</c>, <c>yes</c> or <c>no</c>.</summary>
    public static async Task SaveAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        if (!OwnPages.Sent(context.Request) || !context.Request.HasFormContentType)
        {
            await FailurePage.WriteAsync(
                context,
                new Problem(StatusCodes.Status403Forbidden, "Feedback is accepted only from the buttons below an answer.")
            );
            return;
        }

        var asked = AskedQuestion.Read(context.Request.Query);
        var useful = (await context.Request.ReadFormAsync(stop))["useful"].ToString();
        var turn = useful is "yes" or "no"
            ? await context.RequestServices.GetRequiredService<Conversation>().AskedBeforeAsync(asked, stop)
            : null;
        if (turn is null)
        {
            await FailurePage.WriteAsync(
                context,
                new Problem(StatusCodes.Status400BadRequest, "Send the question, and whether its answer was useful: yes or no.")
            );
            return;
        }

        await context
            .RequestServices.GetRequiredService<FeedbackStore>()
            .AddAsync(
                new ReaderFeedback
                {
                    Channel = "page",
                    Reaction = useful == "yes" ? ReaderFeedback.Like : ReaderFeedback.Dislike,
                    Question = turn.Answer.UnderstoodAs ?? turn.Answer.Question,
                    Answer = turn.Answer.Text,
                    Citations = await FeedbackCitation.ReadAsync(
                        context.RequestServices.GetRequiredService<INewsroom>(),
                        turn.Answer.Citations.Select(citation => (citation.Source, citation.Quote, citation.Range)),
                        context.RequestServices.GetRequiredService<HostReader>().Rights,
                        stop
                    ),
                    At = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                },
                stop
            );
        if (context.Request.Headers["Sec-Fetch-Mode"] == "navigate")
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.RequestServices.GetRequiredService<PagePaths>().Ask([.. asked.WithBefore]);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
