using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Requests;

namespace NewsBot.Pages;

/// <summary>Receives readers' feedback on an answer: the only change that a page makes.</summary>
internal static class FeedbackEndpoint
{
    private const string Channel = "page";

    /// <summary>
    /// Serves <c>POST /answer/feedback?q=&amp;before=</c> with the field <c>useful</c>, <c>yes</c> or <c>no</c>; or with the fields
    /// <c>rating</c>, which names a thumb down given before, and <c>comment</c>.
    /// </summary>
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
        var form = await context.Request.ReadFormAsync(stop);
        if (form.ContainsKey("rating"))
            await CommentAsync(context, asked, PagePaths.ReadRating(form["rating"]), form["comment"].ToString());
        else
            await RateAsync(context, asked, form["useful"].ToString());
    }

    private static async Task RateAsync(HttpContext context, AskedQuestion asked, string useful)
    {
        var stop = context.RequestAborted;
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

        // Nobody can guess it, so only who gave the thumb can comment on it.
        var rating = Guid.NewGuid().ToString("N");
        await context
            .RequestServices.GetRequiredService<FeedbackStore>()
            .AddAsync(
                new ReaderFeedback
                {
                    Channel = Channel,
                    AnswerId = rating,
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
        if (useful == "yes")
            End(context, asked, null);
        else if (IsNavigation(context))
            End(context, asked, rating);
        else
            await PageResponse.WriteAsync<CommentView>(
                context,
                new()
                {
                    [nameof(CommentView.Before)] = turn.Before,
                    [nameof(CommentView.Question)] = turn.Answer.Question,
                    [nameof(CommentView.Rating)] = rating,
                }
            );
    }

    private static async Task CommentAsync(HttpContext context, AskedQuestion asked, string? rating, string written)
    {
        // A form sends the line breaks of a text field as two characters, which its limit counts as one.
        var comment = written.ReplaceLineEndings("\n").Trim();
        var problem =
            comment.Length > ReaderFeedback.MaxCommentChars
                ? new Problem(
                    StatusCodes.Status400BadRequest,
                    string.Create(
                        null,
                        $"A comment may have at most {ReaderFeedback.MaxCommentChars:N0} characters; this one has {comment.Length:N0}. Please shorten it."
                    )
                )
            : comment.Length > 0 && !await SaveCommentAsync(context, rating, comment)
                ? new Problem(
                    StatusCodes.Status404NotFound,
                    "The feedback that this comment belongs to is no longer kept, or has a comment already. Rate the answer again to add one."
                )
            : null;
        if (problem is null)
            End(context, asked, null);
        else
            await FailurePage.WriteAsync(context, problem);
    }

    private static async Task<bool> SaveCommentAsync(HttpContext context, string? rating, string comment) =>
        rating is not null
        && await context.RequestServices.GetRequiredService<FeedbackStore>().CommentAsync(Channel, rating, comment, context.RequestAborted);

    /// <summary>Ends a request that shows nothing new; a browser without a script goes back to the answer.</summary>
    private static void End(HttpContext context, AskedQuestion asked, string? rating)
    {
        if (!IsNavigation(context))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var paths = context.RequestServices.GetRequiredService<PagePaths>();
        string[] questions = [.. asked.WithBefore];
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = rating is null ? paths.Ask(questions) : paths.AskRated(questions, rating);
    }

    private static bool IsNavigation(HttpContext context) => context.Request.Headers["Sec-Fetch-Mode"] == "navigate";
}
