using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using NewsBot.Benchmarks.Search;

namespace NewsBot.Benchmarks.Soak;

/// <summary>
/// Asks a host as a newsroom does: nine questions of ten are asked again and again, the tenth nobody asked before. Most are asked by the
/// API, every tenth on the page, and beside every twentieth question a list of sources.
/// </summary>
/// <param name="client">Reaches the host.</param>
/// <param name="questions">Those that come again, in turn.</param>
/// <param name="once">Those that are asked once each; where they run out, they begin again.</param>
internal sealed class QuestionLoad(HttpClient client, IReadOnlyList<NewsCorpus.Question> questions, IReadOnlyList<string> once)
{
    private const int Every = 10;

    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private readonly ConcurrentQueue<AskedQuestion> asked = new();
    private int number;

    /// <summary>Gets how many different questions come again.</summary>
    public int Questions => questions.Count;

    /// <summary>Gets how many questions there are that are asked once.</summary>
    public int Once => once.Count;

    /// <summary>Gets the time since the start of the run.</summary>
    public TimeSpan Elapsed => sinceStart.Elapsed;

    /// <summary>Returns what came of the questions that were due in a stretch of time.</summary>
    public IReadOnlyList<AskedQuestion> Between(TimeSpan from, TimeSpan to) =>
        [.. asked.Where(question => question.Due >= from && question.Due < to)];

    /// <summary>
    /// Asks at a steady rate, however long the answers take, and waits for the last of them. <paramref name="meanwhile" /> runs between
    /// two questions.
    /// </summary>
    /// <param name="rate">Questions a second.</param>
    /// <param name="duration">How long.</param>
    /// <param name="meanwhile">What else is due; it must not wait long.</param>
    public async Task AskSteadilyAsync(double rate, TimeSpan duration, Func<TimeSpan, Task>? meanwhile = null)
    {
        var (begun, open) = (Elapsed, new ConcurrentDictionary<Task, bool>());
        for (var sent = 0; sent < rate * duration.TotalSeconds; sent++)
        {
            var due = begun + TimeSpan.FromSeconds(sent / rate);
            if (due - Elapsed is { } early && early > TimeSpan.FromMilliseconds(1))
                await Task.Delay(early);
            var asking = AskAsync(due);
            open[asking] = true;
            _ = asking.ContinueWith(ended => open.TryRemove(ended, out _), TaskScheduler.Default);
            if (meanwhile is not null)
                await meanwhile(due - begun);
        }

        await Task.WhenAll(open.Keys);
    }

    /// <summary>Asks by so many callers, each of whom waits for the answer before the next question.</summary>
    public async Task AskInTurnAsync(int callers, TimeSpan duration)
    {
        var until = Elapsed + duration;
        await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(async _ =>
                {
                    while (Elapsed < until)
                        await AskAsync(Elapsed);
                })
        );
    }

    private async Task AskAsync(TimeSpan due)
    {
        var next = Interlocked.Increment(ref number);
        var again = questions[next % questions.Count];
        var (text, asOf) = next % Every == 1 ? (once[next / Every % once.Count], null) : (again.Text, again.AsOf.ToString("O"));
        var status = await (next % Every == 0 ? ReadAsync($"/?q={Uri.EscapeDataString(text)}") : PostAsync(text, asOf));
        asked.Enqueue(new AskedQuestion(due, Elapsed - due, status));
        if (next % (2 * Every) == 0)
            await ReadAsync($"/api/sources?q={Uri.EscapeDataString(text)}");
    }

    private async Task<HttpStatusCode?> PostAsync(string question, string? asOf)
    {
        try
        {
            using var response = await client.PostAsJsonAsync(new Uri("/api/ask", UriKind.Relative), new { question, asOf });
            await response.Content.LoadIntoBufferAsync();
            return response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private async Task<HttpStatusCode?> ReadAsync(string path)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            return response.StatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
