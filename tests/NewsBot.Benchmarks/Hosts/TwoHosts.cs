using System.Diagnostics;
using System.Globalization;
using NewsBot.Benchmarks.Alerts;
using NewsBot.Benchmarks.Soak;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Benchmarks.Hosts;

/// <summary>
/// Two hosts with one PostgreSQL, asked from Teams and Discord while one of them is killed again and again, one is cut off from the
/// database, and the database is restarted: what came of each question, article and digest.
/// </summary>
internal sealed class TwoHosts(PostgresServer server, IReadOnlyList<SoakedHost> hosts, IReadOnlyList<DatabaseLink> links)
{
    private const string Database = "newsbot";
    private const string Outlet = "Latency Wire";
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenArticles = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CutFor = TimeSpan.FromSeconds(10);
    private const int MostStarts = 5;
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs all, and writes a report; 0, or 2 where something needed is missing.</summary>
    /// <param name="program">The host's program, built in Release.</param>
    /// <param name="seconds">How long questions are asked.</param>
    /// <param name="rate">Questions a second, half of them in Teams and half on Discord.</param>
    /// <param name="file">The report.</param>
    public static async Task<int> RunAsync(string program, int seconds, int rate, string file)
    {
        if (SharedFolder.FindFile("eval/news") is not { } newsFolder || !File.Exists(program))
        {
            await Console.Error.WriteLineAsync(
                $"Needs the news archive (NEWSBOT_SHARED) and the host's program {program}: dotnet build -c Release src/NewsBot"
            );
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("newsbot-hosts-");
        await using var server = await PostgresServer.StartAsync();
        await server.SqlAsync("postgres", $"CREATE DATABASE {Database}");
        await using var receiver = await ChatReceiver.StartAsync();
        using var first = new DatabaseLink(server.Socket);
        using var second = new DatabaseLink(server.Socket);
        DatabaseLink[] links = [first, second];
        SoakedHost[] hosts = [.. links.Select((_, number) => new SoakedHost(program, folder.CreateSubdirectory($"host{number}").FullName))];
        HttpClient[] clients = [.. hosts.Select(host => new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(5) })];
        try
        {
            var questions = new ChatQuestions(clients, receiver.Port);
            // In the middle of the run, and at least a minute after the start.
            var digestAt = TimeProvider.System.GetUtcNow().AddSeconds(Math.Max(120, seconds / 2));
            foreach (var (host, link) in hosts.Zip(links))
                Set(host.Settings, link, receiver, questions, digestAt);
            await hosts[0].IngestAsync(RepositoryFolder.Seeds);
            foreach (var (host, client) in hosts.Zip(clients))
                await host.StartAsync(client);
            var news = AlertNews.Read(newsFolder, seconds / (int)BetweenArticles.TotalSeconds);
            var run = new TwoHosts(server, hosts, links);
            var report = await run.RunAsync(clients, questions, receiver, news, TimeSpan.FromSeconds(seconds), rate);
            await File.WriteAllTextAsync(file, report);
            Console.WriteLine(report);
            return 0;
        }
        finally
        {
            foreach (var host in hosts)
                host.Dispose();
            foreach (var client in clients)
                client.Dispose();
            Console.WriteLine($"What the hosts said: {string.Join(' ', hosts.Select(host => host.LogFile))}");
        }
    }

    private static void Set(
        Dictionary<string, string> settings,
        DatabaseLink link,
        ChatReceiver receiver,
        ChatQuestions questions,
        DateTimeOffset digestAt
    )
    {
        var port = receiver.Port.ToString(CultureInfo.InvariantCulture);
        settings["Store__Provider"] = "Postgres";
        settings["Store__ConnectionString"] = string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={link.Port};Database={Database};Username=newsbot;Timeout=5"
        );
        settings["Teams__LocalServicePorts__0"] = port;
        settings["Discord__Mode"] = "Http";
        settings["Discord__PublicKey"] = questions.PublicKey;
        settings["Discord__ApiBaseUrl"] = $"http://127.0.0.1:{port}/discord";
        settings["Discord__Channels__0"] = ScriptedDiscord.ChannelId;
        settings["Discord__QuestionsPerUserAndMinute"] = "1000000";
        settings["Discord__QuestionsPerGuildAndMinute"] = "1000000";
        settings["Ingest__PrivateHosts__0"] = "127.0.0.1";
        settings["Webhooks__bench__Url"] = $"http://127.0.0.1:{port}/webhook";
        settings["Webhooks__bench__Secret"] = "whsec_" + Convert.ToBase64String(new byte[32]);
        settings["Webhooks__bench__Alert"] = $"outlet:\"{Outlet}\"";
        settings["Webhooks__bench__Digest"] = string.Create(CultureInfo.InvariantCulture, $"{digestAt:HH:mm} UTC");
        settings["Alerts__MinutesBetweenUpdates"] = "0";
    }

    private async Task<string> RunAsync(
        IReadOnlyList<HttpClient> clients,
        ChatQuestions questions,
        ChatReceiver receiver,
        AlertNews news,
        TimeSpan duration,
        int rate
    )
    {
        var asking = AskSteadilyAsync(questions, duration, rate);
        var arriving = WriteArticlesAsync(news, asking);
        var killing = KillAsync(clients, asking);
        await Task.Delay(duration * .4);
        var cut = CutAsync(links[0]);
        await Task.Delay(duration * .2);
        await server.StopAsync();
        await server.RestartAsync();
        await Console.Error.WriteLineAsync("The database was restarted.");
        await Task.WhenAll(await asking);
        var kills = await killing;
        var written = await arriving;
        await cut;
        await WaitAsync(questions, receiver, written);
        foreach (var host in hosts)
            host.Kill();
        var checks = new List<int>();
        foreach (var host in hosts)
            checks.Add(await host.RunAsync("check"));
        return await TwoHostsReport.WriteAsync(server, Database, questions, receiver, written, rate, duration, kills, checks);
    }

    private static async Task<List<Task>> AskSteadilyAsync(ChatQuestions questions, TimeSpan duration, int rate)
    {
        var (begun, sent) = (Stopwatch.StartNew(), new List<Task>());
        for (var number = 0; number < rate * duration.TotalSeconds; number++)
        {
            if (TimeSpan.FromSeconds(number / (double)rate) - begun.Elapsed is var early && early > TimeSpan.FromMilliseconds(1))
                await Task.Delay(early);
            sent.Add(questions.AskAsync(number));
        }

        return sent;
    }

    /// <summary>Writes articles into the folder that one host watches, and returns their sources.</summary>
    private async Task<IReadOnlyList<string>> WriteArticlesAsync(AlertNews news, Task whileRuns)
    {
        var written = new List<string>();
        foreach (var (line, facts) in news.Arriving)
        {
            if (whileRuns.IsCompleted)
                break;
            await File.WriteAllTextAsync(
                Path.Combine(hosts[0].Watched, $"{written.Count}.jsonl"),
                AlertNews.As(line, Outlet, TimeProvider.System.GetUtcNow()) + "\n"
            );
            written.Add(facts.Source);
            await Task.Delay(BetweenArticles);
        }

        return written;
    }

    /// <summary>Kills the hosts in turn, starts each again, and returns how long each start took until it was ready.</summary>
    private async Task<IReadOnlyList<TimeSpan>> KillAsync(IReadOnlyList<HttpClient> clients, Task whileRuns)
    {
        var starts = new List<TimeSpan>();
        while (await Task.WhenAny(whileRuns, Task.Delay(BetweenKills)) != whileRuns)
        {
            var number = starts.Count % hosts.Count;
            hosts[number].Kill();
            var begun = Stopwatch.GetTimestamp();
            await StartAgainAsync(hosts[number], clients[number]);
            starts.Add(Stopwatch.GetElapsedTime(begun));
            await Console.Error.WriteLineAsync($"Host {number} was killed, and was ready again after {starts[^1].TotalSeconds:F1} s.");
        }

        return starts;
    }

    /// <summary>Starts a host as a supervisor does: once more when it ends, as it does while the database is being restarted.</summary>
    private static async Task StartAgainAsync(SoakedHost host, HttpClient client)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await host.StartAsync(client);
                return;
            }
            catch (InvalidOperationException ended) when (tries < MostStarts)
            {
                await Console.Error.WriteLineAsync(ended.Message);
                await Task.Delay(BetweenStarts);
            }
        }
    }

    private static async Task CutAsync(DatabaseLink link)
    {
        link.Cut();
        await Task.Delay(CutFor);
        link.Restore();
        await Console.Error.WriteLineAsync("The link of host 0 was cut and restored.");
    }

    /// <summary>Waits until everything is answered and posted, or nothing has changed for a minute.</summary>
    private static async Task WaitAsync(ChatQuestions questions, ChatReceiver receiver, IReadOnlyList<string> written)
    {
        var (before, since) = (-1, Stopwatch.StartNew());
        while (since.Elapsed < Patience)
        {
            var missing =
                questions.Taken.Keys.Count(question => !receiver.Answers.ContainsKey(question))
                + written.Count(source => !receiver.Articles.ContainsKey(source));
            if (missing != before)
                since.Restart();
            // Second answers come late.
            if (missing == 0 && since.Elapsed > TimeSpan.FromSeconds(5))
                return;
            before = missing;
            await Task.Delay(200);
        }
    }
}
