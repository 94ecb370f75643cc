using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Benchmarks.Soak;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Benchmarks.Hosts;

/// <summary>
/// What two hosts post to: Teams' connector, Discord's API and a webhook, on one port. It notes when each question was answered first, how
/// often, and how often each article and digest came to the webhook. Thread-safe.
/// </summary>
internal sealed class ChatReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (long First, int Times, bool IsCited)> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> firstAnswers = new();
    private readonly ConcurrentDictionary<string, int> articles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> digests = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private ChatReceiver(WebApplication app) => this.app = app;

    /// <summary>Gets the port.</summary>
    public int Port { get; private init; }

    /// <summary>Gets for each question, by the id of its message or interaction, when it was answered first, how often, and whether with a
    /// citation.</summary>
    public IReadOnlyDictionary<string, (long First, int Times, bool IsCited)> Answers => answers;

    /// <summary>Gets the questions in the order of their first answers.</summary>
    public IEnumerable<string> FirstAnswers => firstAnswers;

    /// <summary>Gets how often each article was posted to the webhook.</summary>
    public IReadOnlyDictionary<string, int> Articles => articles;

    /// <summary>Gets how often each digest was posted, by the id of the post.</summary>
    public IReadOnlyDictionary<string, int> Digests => digests;

    /// <summary>Starts it.</summary>
    public static async Task<ChatReceiver> StartAsync()
    {
        var port = SoakedHost.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new ChatReceiver(app) { Port = port };
        app.MapPost("/v3/conversations/{conversation}/activities/{target?}", (RequestDelegate)receiver.TakeActivityAsync);
        app.MapPatch("/discord/webhooks/{application}/{token}/messages/@original", (RequestDelegate)receiver.TakeEditAsync);
        app.MapPost("/webhook", (RequestDelegate)receiver.TakeWebhookAsync);
        // Whatever else Discord is asked, such as to register commands.
        app.MapFallback(context => context.Response.WriteAsync("[]"));
        await app.StartAsync();
        return receiver;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeActivityAsync(HttpContext context)
    {
        using var activity = await JsonDocument.ParseAsync(context.Request.Body);
        var root = activity.RootElement;
        context.Response.StatusCode = StatusCodes.Status201Created;
        // Typing, and questions that lead on, are no answers.
        if (root.GetProperty("type").GetString() == "typing" || root.TryGetProperty("suggestedActions", out _))
        {
            await context.Response.WriteAsJsonAsync(new { id = "aside" });
            return;
        }

        var message = root.GetProperty("replyToId").GetString()!;
        // A real connector takes some milliseconds; so a kill finds posts on their way.
        await Task.Delay(10);
        Take(message, root.GetRawText());
        await context.Response.WriteAsJsonAsync(new { id = "m-" + message });
    }

    private async Task TakeEditAsync(HttpContext context)
    {
        using var message = await JsonDocument.ParseAsync(context.Request.Body);
        var token = (string)context.Request.RouteValues["token"]!;
        // An edit replaces what is there, so that only the first one is an answer.
        if (!answers.ContainsKey(token))
            Take(token, message.RootElement.GetRawText());
        await context.Response.WriteAsJsonAsync(new { id = "99", channel_id = ScriptedDiscord.ChannelId });
    }

    private async Task TakeWebhookAsync(HttpContext context)
    {
        using var post = await JsonDocument.ParseAsync(context.Request.Body);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        var data = post.RootElement.GetProperty("data");
        if (post.RootElement.GetProperty("type").GetString()!.Contains("digest", StringComparison.Ordinal))
        {
            digests.AddOrUpdate(context.Request.Headers["webhook-id"].ToString(), 1, (_, times) => times + 1);
            return;
        }

        var told = data.GetProperty("stories")
            .EnumerateArray()
            .SelectMany(story => story.GetProperty("articles").EnumerateArray())
            .Concat(data.GetProperty("moreReports").EnumerateArray());
        foreach (var article in told)
            articles.AddOrUpdate(article.GetProperty("source").GetString()!, 1, (_, times) => times + 1);
    }

    private void Take(string question, string content)
    {
        var isNew = true;
        answers.AddOrUpdate(
            question,
            _ => (Stopwatch.GetTimestamp(), 1, content.Contains("[1]", StringComparison.Ordinal)),
            (_, known) =>
            {
                isNew = false;
                return known with { Times = known.Times + 1 };
            }
        );
        if (isNew)
            firstAnswers.Enqueue(question);
    }
}
