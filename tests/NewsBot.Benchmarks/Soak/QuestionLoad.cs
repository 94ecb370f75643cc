using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using NewsBot.Benchmarks.Search;

namespace NewsBot.Benchmarks.Soak;

/// <summary>
/// Asks a host the questions of the news archive: most by the API, every tenth on the page, and beside every twentieth a list of sources.
/// </summary>
internal sealed class QuestionLoad(HttpClient client, IReadOnlyList<NewsCorpus.Question> questions)
{
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private readonly ConcurrentQueue<AskedQuestion> asked = new();
    private int number;

    /// <summary>Gets how many different questions there are; they are asked in turn.</summary>
    public int Questions => questions.Count;

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
        var question = questions[next % questions.Count];
        var status = await (next % 10 == 0 ? ReadAsync($"/?q={Uri.EscapeDataString(question.Text)}") : PostAsync(question));
        asked.Enqueue(new AskedQuestion(due, Elapsed - due, status));
        if (next % 20 == 0)
            await ReadAsync($"/api/sources?q={Uri.EscapeDataString(question.Text)}");
    }

    private async Task<HttpStatusCode?> PostAsync(NewsCorpus.Question question)
    {
        try
        {
            using var response = await client.PostAsJsonAsync(
                new Uri("/api/ask", UriKind.Relative),
                new { question = question.Text, asOf = question.AsOf.ToString("O") }
            );
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
