using System.Text;

namespace NewsBot.Pages;

/// <summary>
/// Sends one turn as server-sent events to the chat's script: the current step, the turn so far whenever a statement is added, and the
/// finished turn.
/// </summary>
/// <remarks>Contains only statements that passed the evidence check. The data is HTML of our own pages, rendered as usual.</remarks>
internal static class AnswerStream
{
    /// <summary>Serves <c>/answer/stream?q=&amp;before=&amp;c=&amp;n=</c>.</summary>
    public static async Task ServeAsync(HttpContext context)
    {
        var conversation = context.RequestServices.GetRequiredService<Conversation>();
        var isStarted = false;
        await foreach (
            var (doing, turn, isFinished) in conversation.AskInStepsAsync(AskedQuestion.Read(context.Request.Query), context.RequestAborted)
        )
        {
            if (!isStarted)
            {
                isStarted = true;
                context.Response.ContentType = "text/event-stream";
                context.Response.Headers.CacheControl = "no-store";
                // Proxies that buffer a response before they pass it on would defeat the streaming.
                context.Response.Headers["X-Accel-Buffering"] = "no";
            }

            if (turn is null)
                await SendAsync(context, "doing", doing ?? "");
            else
                await SendAsync(
                    context,
                    isFinished ? "turn" : "part",
                    await PageResponse.RenderAsync<TurnView>(context, new() { [nameof(TurnView.Turn)] = turn })
                );
        }
    }

    private static async Task SendAsync(HttpContext context, string name, string data)
    {
        var message = new StringBuilder("event: ").Append(name).Append('\n');
        foreach (var line in data.ReplaceLineEndings("\n").Split('\n'))
            message.Append("data: ").Append(line).Append('\n');
        await context.Response.WriteAsync(message.Append('\n').ToString(), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
