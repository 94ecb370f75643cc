using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NewsBot.Newsroom.State;

namespace NewsBot.Teams.Load;

/// <summary>
/// Sends messages at a steady rate to a host in a process of its own, kills it when told, and counts what came of each message.
/// </summary>
internal sealed class LoadRun
{
    private static readonly string[] Questions =
    [
        "where was Putin?",
        "who was accused of the attack?",
        "what did the spokesman say?",
        "sources drone",
    ];

    private readonly List<double> _milliseconds = [];
    private int _redelivered;

    public required int Seconds { get; init; }
    public required int Rate { get; init; }
    public required int Conversations { get; init; }
    public required int Tenants { get; init; }
    public required int FailPercent { get; init; }
    public required int Kills { get; init; }
    public required int Seed { get; init; }
    public string? Seeds { get; init; }

    /// <summary>The exit code: 0 when every message was answered, and twice only where that is allowed.</summary>
    public async Task<int> RunAsync()
    {
        var data = Directory.CreateTempSubdirectory("newsbot-teams-load-").FullName;
        await using var connector = new FailingConnector(FailPercent, Seed);
        await connector.StartAsync();
        var port = FreePort();
        var host = StartHost(port, data);
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromSeconds(15),
        };
        await WaitUntilReadyAsync(client);

        var total = Rate * Seconds;
        var killAfter = Enumerable.Range(1, Kills).Select(k => k * total / (Kills + 1)).ToHashSet();
        var sending = new List<Task>(total);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < total; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / Rate) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.FromMilliseconds(1))
                await Task.Delay(due);
            sending.Add(SendAsync(client, connector.Url, i));
            if (killAfter.Contains(i))
            {
                host = await KillAsync(host, port, data, connector, client);
            }
        }

        await Task.WhenAll(sending);
        var sent = Stopwatch.GetElapsedTime(start);
        await WaitForAnswersAsync(connector, total);
        var answered = Stopwatch.GetElapsedTime(start);
        await StopAsync(host);
        return Report(connector, data, total, sent, answered);
    }

    private async Task SendAsync(HttpClient client, string connectorUrl, int number)
    {
        var body = Message(connectorUrl, number).ToJsonString();
        while (true)
        {
            try
            {
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                var began = Stopwatch.GetTimestamp();
                using var response = await client.PostAsync("/api/messages", content);
                var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                if (response.IsSuccessStatusCode)
                {
                    lock (_milliseconds)
                        _milliseconds.Add(took);
                    return;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // The host is down: the message is delivered again, as Teams does.
            }

            Interlocked.Increment(ref _redelivered);
            await Task.Delay(500);
        }
    }

    private JsonObject Message(string connectorUrl, int number)
    {
        var conversation = number % Conversations;
        return new JsonObject
        {
            ["type"] = "message",
            ["id"] = $"{conversation}-{number}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = connectorUrl,
            ["from"] = new JsonObject { ["id"] = $"29:person-{conversation}", ["name"] = "Someone" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "NewsBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = $"conversation-{conversation}",
                ["conversationType"] = "personal",
                ["tenantId"] = $"tenant-{conversation % Tenants}",
            },
            ["text"] = Questions[number % Questions.Length],
        };
    }

    private async Task<Process> KillAsync(Process host, int port, string data, FailingConnector connector, HttpClient client)
    {
        var killedAt = Stopwatch.GetTimestamp();
        host.Kill();
        await host.WaitForExitAsync();
        await Console.Error.WriteLineAsync($"Killed the host with up to {connector.NoteKill(killedAt)} posts on the wire.");
        host.Dispose();
        var next = StartHost(port, data);
        await WaitUntilReadyAsync(client);
        return next;
    }

    private Process StartHost(int port, string data)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(LoadRun).Assembly.Location);
        foreach (
            var argument in (string[])
                [
                    "host",
                    "--port",
                    port.ToString(CultureInfo.InvariantCulture),
                    "--data",
                    data,
                    .. Seeds is null ? [] : (string[])["--seeds", Seeds],
                ]
        )
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var log = Path.Combine(data, "host.log");
        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null)
                lock (log)
                    File.AppendAllText(log, line.Data + Environment.NewLine);
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task StopAsync(Process host)
    {
        host.Kill();
        await host.WaitForExitAsync();
        host.Dispose();
    }

    private static async Task WaitUntilReadyAsync(HttpClient client)
    {
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Head, "/api/messages");
                using var response = await client.SendAsync(request);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Waits for the last answer, and then for second ones.</summary>
    private static async Task WaitForAnswersAsync(FailingConnector connector, int total)
    {
        var lastPosts = -1;
        for (var quiet = 0; quiet < (connector.Answered == total ? 10 : 120); quiet++)
        {
            await Task.Delay(500);
            if (connector.Posts != lastPosts)
                quiet = 0;
            lastPosts = connector.Posts;
        }
    }

    private int Report(FailingConnector connector, string data, int total, TimeSpan sent, TimeSpan answered)
    {
        _milliseconds.Sort();
        double Percentile(double p) => _milliseconds[(int)Math.Min(_milliseconds.Count - 1, p * _milliseconds.Count)];
        var uncertain = UncertainByMessage(data);
        var second = connector.Answers.Where(a => a.Value > 1).ToList();
        var unexplainedByHost = second.Count(a => a.Value - 1 > uncertain.GetValueOrDefault(a.Key));
        var unexplainedByWire = second.Count(a => a.Value - 1 > connector.Unknown.GetValueOrDefault(a.Key));
        var unanswered = total - connector.Answered;
        var (late, lateAside) = OutOfOrder(data, connector.FirstAnswers);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                messages            {total} in {sent.TotalSeconds:F1} s, {_redelivered} redelivered; all answered after {answered.TotalSeconds:F1} s
                acknowledged in     median {Percentile(0.5):F1} ms, p99 {Percentile(0.99):F1} ms, longest {_milliseconds[^1]:F1} ms
                posts               {connector.Posts}, failed {connector.Failed}; typing notices {connector.TypingNotices}
                unanswered          {unanswered}
                second answers      {second.Sum(a => a.Value - 1)}; counted by the host as of unknown fate: {uncertain.Values.Sum()} posts
                  not counted       {unexplainedByHost}
                  not on the wire   {unexplainedByWire}
                over quota          {connector.OverQuota}
                out of order        {late} answers after that of a later message of the conversation; {lateAside} more whose post failed three times in a row, so that the others went on
                state and log       {data}
                """
            )
        );
        return unanswered == 0 && unexplainedByHost == 0 && unexplainedByWire == 0 && connector.OverQuota == 0 && late == 0 ? 0 : 1;
    }

    private static Dictionary<string, int> UncertainByMessage(string data) =>
        Rows(data, "SELECT target, uncertain FROM teams_posts WHERE uncertain > 0", row => (row.GetString(0), row.GetInt32(1)))
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Answers that came after the answer to a message that the host took in later, by its own count: what was sent again while it was down
    /// comes in another order than it was sent in. A post that failed three times in a row is tried beside the conversation, and may be
    /// late.
    /// </summary>
    private static (int Late, int LateAside) OutOfOrder(string data, IEnumerable<string> firstAnswers)
    {
        var taken = Rows(
                data,
                "SELECT target, turn, tries FROM teams_posts WHERE turn IS NOT NULL",
                row => (row.GetString(0), (Turn: row.GetInt64(1), Tries: row.GetInt32(2)))
            )
            .ToDictionary(StringComparer.Ordinal);
        var newest = new Dictionary<string, long>(StringComparer.Ordinal);
        var (late, lateAside) = (0, 0);
        foreach (var message in firstAnswers)
        {
            var (turn, tries) = taken[message];
            var conversation = message[..message.LastIndexOf('-')];
            if (turn > newest.GetValueOrDefault(conversation))
                newest[conversation] = turn;
            else if (tries > 3)
                lateAside++;
            else
                late++;
        }

        return (late, lateAside);
    }

    private static List<T> Rows<T>(string data, string sql, Func<SqliteDataReader, T> read)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(data, StateDatabase.FileName)};Pooling=False");
        SQLitePCL.Batteries_V2.Init();
        db.Open();
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // Every caller passes a literal.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var list = new List<T>();
        while (rows.Read())
            list.Add(read(rows));
        return list;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
