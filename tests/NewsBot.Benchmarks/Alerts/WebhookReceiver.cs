using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using NewsBot.Benchmarks.Soak;

namespace NewsBot.Benchmarks.Alerts;

/// <summary>A program that takes the posts of a webhook on a free port, and notes when each article came first. Thread-safe.</summary>
internal sealed class WebhookReceiver : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> taken = new(StringComparer.Ordinal);

    public WebhookReceiver()
    {
        Address = new Uri($"http://127.0.0.1:{SoakedHost.FreePort()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        _ = ReceiveAsync();
    }

    /// <summary>Gets where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Returns when the article came first, by <see cref="Stopwatch" />; null when it does not come in time.</summary>
    public async Task<long?> TakenAsync(string source, TimeSpan atMost)
    {
        var coming = Coming(source).Task;
        return await Task.WhenAny(coming, Task.Delay(atMost)) == coming ? await coming : null;
    }

    /// <summary>Ends it.</summary>
    public void Dispose() => listener.Close();

    private TaskCompletionSource<long> Coming(string source) =>
        taken.GetOrAdd(source, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task ReceiveAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var now = Stopwatch.GetTimestamp();
            using var post = await JsonDocument.ParseAsync(context.Request.InputStream);
            context.Response.StatusCode = (int)HttpStatusCode.NoContent;
            context.Response.Close();
            var data = post.RootElement.GetProperty("data");
            var articles = data.GetProperty("stories")
                .EnumerateArray()
                .SelectMany(story => story.GetProperty("articles").EnumerateArray())
                .Concat(data.GetProperty("moreReports").EnumerateArray());
            foreach (var article in articles)
                Coming(article.GetProperty("source").GetString()!).TrySetResult(now);
        }
    }
}
