using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsBot.Teams.Load;

/// <summary>
/// A connector over HTTP that fails a share of the posts, in equal parts by 429, 502, a connection dropped before it took the post, and one
/// dropped after. It counts the answers that each message got, checks the quotas, and knows which posts' fate the host cannot know.
/// </summary>
internal sealed class FailingConnector(int failPercent, int seed) : IAsyncDisposable
{
    private static readonly (int Limit, TimeSpan Window)[] Quotas =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _unknown = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<long>> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _onWire = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _firstAnswers = new();
    private readonly Random _random = new(seed);
    private WebApplication? _app;
    private int _posts;
    private int _failed;
    private int _overQuota;
    private int _typing;

    public string Url { get; private set; } = "";
    public int Answered => _answers.Count;
    public int Posts => _posts;
    public int Failed => _failed;
    public int OverQuota => _overQuota;
    public int TypingNotices => _typing;
    public IReadOnlyDictionary<string, int> Answers => _answers;

    /// <summary>The messages in the order in which their first answers came.</summary>
    public IEnumerable<string> FirstAnswers => _firstAnswers;

    /// <summary>
    /// For each message how many of its posts the host cannot know the fate of: dropped after they were taken, or not answered when the
    /// host was killed.
    /// </summary>
    public IReadOnlyDictionary<string, int> Unknown => _unknown;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v3/conversations/{conversation}/activities/{target?}", HandleAsync);
        await _app.StartAsync();
        Url = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task HandleAsync(HttpContext http)
    {
        var conversation = (string)http.Request.RouteValues["conversation"]!;
        using var activity = await JsonDocument.ParseAsync(http.Request.Body);
        CheckQuota(conversation);
        // Questions that lead on are no answer either.
        if (
            activity.RootElement.GetProperty("type").GetString() == "typing"
            || activity.RootElement.TryGetProperty("suggestedActions", out _)
        )
        {
            Interlocked.Increment(ref _typing);
            await WriteAsync(http, "typing");
            return;
        }

        var message = activity.RootElement.GetProperty("replyToId").GetString()!;
        Interlocked.Increment(ref _posts);
        int draw;
        int kind;
        lock (_random)
        {
            draw = _random.Next(100);
            kind = _random.Next(4);
        }

        _onWire[message] = long.MaxValue;
        // Real connectors take some milliseconds; this is what puts posts on the wire at the moment of a kill.
        await Task.Delay(10);
        try
        {
            if (draw >= failPercent)
            {
                Take(message);
                await WriteAsync(http, $"m-{message}");
                return;
            }

            Interlocked.Increment(ref _failed);
            switch (kind)
            {
                case 0:
                    http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    http.Response.Headers.RetryAfter = "1";
                    break;
                case 1:
                    http.Response.StatusCode = StatusCodes.Status502BadGateway;
                    break;
                case 2:
                    http.Abort();
                    break;
                default:
                    Take(message);
                    _unknown.AddOrUpdate(message, 1, (_, n) => n + 1);
                    http.Abort();
                    break;
            }
        }
        finally
        {
            _onWire[message] = TimeProvider.System.GetTimestamp();
        }
    }

    /// <summary>
    /// Notes which posts the host cannot know the fate of after it was killed: those being handled, and those whose answer left here so
    /// shortly before that the host had not stored it.
    /// </summary>
    public int NoteKill(long killedAt)
    {
        var from = killedAt - TimeProvider.System.TimestampFrequency / 2;
        var onWire = _onWire.Where(entry => entry.Value >= from).Select(entry => entry.Key).ToList();
        foreach (var message in onWire)
            _unknown.AddOrUpdate(message, 1, (_, n) => n + 1);
        return onWire.Count;
    }

    private void Take(string message)
    {
        if (_answers.AddOrUpdate(message, 1, (_, n) => n + 1) == 1)
            _firstAnswers.Enqueue(message);
    }

    private void CheckQuota(string conversation)
    {
        var now = TimeProvider.System.GetTimestamp();
        var sent = _sent.GetOrAdd(conversation, _ => []);
        lock (sent)
        {
            sent.Add(now);
            foreach (var (limit, window) in Quotas)
            {
                if (sent.Count > limit && TimeProvider.System.GetElapsedTime(sent[^(limit + 1)], now) < window)
                {
                    Interlocked.Increment(ref _overQuota);
                    return;
                }
            }
        }
    }

    private static Task WriteAsync(HttpContext http, string id)
    {
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    }
}
