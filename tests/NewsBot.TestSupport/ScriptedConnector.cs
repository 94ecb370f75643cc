using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace NewsBot.TestSupport;

/// <summary>
/// Represents a scripted Bot Connector, which records each request and everything that Teams would reject: faulty bodies, more requests
/// than the quotas allow, and two requests of one conversation at once. Thread-safe.
/// </summary>
public sealed class ScriptedConnector(TimeProvider time) : HttpMessageHandler
{
    private static readonly (int Limit, TimeSpan Window)[] Quotas =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, TimeSpan.FromHours(1)),
    ];

    private readonly Lock _lock = new();
    private readonly List<ConnectorCall> _calls = [];
    private readonly List<string> _faults = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _sent = [];
    private readonly HashSet<string> _underWay = [];
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> _pages = new(StringComparer.Ordinal);
    private readonly List<(Func<IReadOnlyList<ConnectorCall>, bool> Met, TaskCompletionSource Done)> _waiting = [];
    private int _nextId = 1000;

    /// <summary>Gets or sets the reaction to each request by its body and number (from 0); the default accepts everything.</summary>
    public Func<JsonElement, int, ConnectorAnswer> Script { get; set; } = (_, _) => ConnectorAnswer.Ok;

    /// <summary>Gets or sets a task awaited before each response, by which a test can hold a request.</summary>
    public Func<JsonElement, Task> Hold { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    /// <summary>Gets the messages now in conversations, without typing notices.</summary>
    public IReadOnlyList<ConnectorCall> Messages => [.. Calls.Where(c => c.Taken && c.Type == "message")];

    /// <summary>Gets everything that Teams would have rejected.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (_lock)
                return [.. _faults];
        }
    }

    /// <summary>Serves a page at an absolute address, such as a key document.</summary>
    public void Serve(string url, Func<string> content) => _pages[url] = _ => Json(HttpStatusCode.OK, content());

    /// <summary>Serves an address with any response.</summary>
    public void Serve(string url, Func<HttpRequestMessage, HttpResponseMessage> answer) => _pages[url] = answer;

    /// <summary>Waits until the calls so far meet the condition; fails after half a minute.</summary>
    public async Task WaitForAsync(Func<IReadOnlyList<ConnectorCall>, bool> met)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (met(_calls))
                return;
            _waiting.Add((met, done));
        }

        await done.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Waits until this many messages are in conversations.</summary>
    public Task WaitForMessagesAsync(int count) => WaitForAsync(calls => calls.Count(c => c.Taken && c.Type == "message") >= count);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        if (_pages.TryGetValue(url.AbsoluteUri, out var page))
            return page(request);

        var raw = request.Content is null ? "{}" : await request.Content.ReadAsStringAsync(cancellationToken);
        using var json = JsonDocument.Parse(raw);
        var body = json.RootElement.Clone();
        var (conversation, target) = PathOf(url);
        var key = conversation ?? url.AbsoluteUri;
        int number;
        lock (_lock)
        {
            number = _calls.Count;
            if (!_underWay.Add(key))
                _faults.Add($"two requests at once to {key}");
            CheckQuota(key);
            var activity = conversation is null && body.TryGetProperty("activity", out var inner) ? inner : body;
            if (conversation is not null || body.TryGetProperty("activity", out _))
                _faults.AddRange(ConnectorRules.Faults(activity, raw));
        }

        await Hold(body).WaitAsync(cancellationToken);
        var answer = Script(body, number);
        lock (_lock)
        {
            _underWay.Remove(key);
            var id = answer.Taken
                ? request.Method == HttpMethod.Put
                    ? target
                    : $"{_nextId++}"
                : null;
            _calls.Add(
                new ConnectorCall(
                    time.GetUtcNow(),
                    request.Method.Method,
                    url,
                    conversation,
                    target,
                    request.Headers.Authorization?.ToString(),
                    body,
                    answer.Status,
                    answer.Taken,
                    id
                )
            );
            foreach (var waiting in _waiting.Where(w => w.Met(_calls)).ToList())
            {
                _waiting.Remove(waiting);
                waiting.Done.TrySetResult();
            }

            if (answer.Status == 0)
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was dropped.");
            var response = Json(
                (HttpStatusCode)answer.Status,
                answer.Taken
                    ? conversation is null
                        ? $$"""{"id":"{{id}}","activityId":"first-{{id}}"}"""
                        : $$"""{"id":"{{id}}"}"""
                    : """{"error":{"code":"Scripted","message":"as the script says"}}"""
            );
            if (answer.RetryAfter is { } wait)
                response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
            return response;
        }
    }

    private void CheckQuota(string key)
    {
        var now = time.GetUtcNow();
        if (!_sent.TryGetValue(key, out var sent))
            _sent[key] = sent = [];
        sent.Add(now);
        foreach (var (limit, window) in Quotas)
        {
            if (sent.Count > limit && now - sent[^(limit + 1)] < window)
                _faults.Add($"more than {limit} requests in {window} to {key}");
        }
    }

    private static (string? Conversation, string? Target) PathOf(Uri url)
    {
        var parts = url.AbsolutePath.Split('/');
        var at = Array.IndexOf(parts, "conversations");
        string? Part(int offset) => at >= 0 && at + offset < parts.Length ? Uri.UnescapeDataString(parts[at + offset]) : null;
        return (Part(1), Part(3));
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string content) =>
        new(status) { Content = new StringContent(content, Encoding.UTF8, "application/json") };
}
