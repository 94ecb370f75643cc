using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Webhooks;

/// <summary>A receiver of webhooks on a free port of this machine; it answers as a test says, or else with 204.</summary>
internal sealed class ScriptedReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedPost> posts = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication app;

    private ScriptedReceiver(WebApplication app) => this.app = app;

    /// <summary>Gets the next answers: a status, and the header that comes with it.</summary>
    public ConcurrentQueue<(int Status, string? Header, string? Value)> Answers { get; } = new();

    /// <summary>Gets the posts, those that were answered with an error included.</summary>
    public IReadOnlyList<ReceivedPost> Posts => [.. posts];

    public Uri Address => new($"{app.Urls.Single()}/hook?key=s3cret-in-the-address");

    public static async Task<ScriptedReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new ScriptedReceiver(app);
        app.MapPost("/hook", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Waits for a post.</summary>
    public Task FirstAsync() => first.Task.InTimeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers;
        posts.Enqueue(
            new ReceivedPost(
                headers["webhook-id"].Single()!,
                headers["webhook-timestamp"].Single()!,
                headers["webhook-signature"].Single()!,
                body.ToArray()
            )
        );
        var (status, header, value) = Answers.TryDequeue(out var answer) ? answer : (StatusCodes.Status204NoContent, null, null);
        context.Response.StatusCode = status;
        if (header is not null)
            context.Response.Headers[header] = string.Create(CultureInfo.InvariantCulture, $"{value}");
        first.TrySetResult();
    }
}
