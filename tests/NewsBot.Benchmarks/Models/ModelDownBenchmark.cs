using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Index;
using NewsBot.Search.Vectors;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Models;

namespace NewsBot.Benchmarks.Models;

/// <summary>How long answers and searches take while the model's endpoint is down in several ways, beside those without a model.</summary>
internal static class ModelDownBenchmark
{
    private const int Rounds = 60;

    private static readonly string[] Questions =
    [
        "Where was Putin at the time of the drone attack?",
        "How many drones were aimed at the Kremlin?",
        "What did the mayor of Moscow ban?",
        "Who accused Ukraine of the attack?",
    ];

    public static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var store = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], CancellationToken.None);
        await using var archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), CancellationToken.None);
        await archive.IngestAsync([RepositoryFolder.Seeds], null, CancellationToken.None);
        await using var failing = await ScriptedModelServer.StartAsync(ModelReply.Failing(503));
        await using var throttled = await ScriptedModelServer.StartAsync(ModelReply.Failing(429));
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        (string Name, Uri? Endpoint)[] ways =
        [
            ("(warm-up)", null),
            ("no model", null),
            ("connection refused", new Uri("http://127.0.0.1:9/v1")),
            ("503", failing.Endpoint),
            ("429", throttled.Endpoint),
            ("connected, never a byte", new Uri($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/v1")),
        ];
        Console.WriteLine("Answers, milliseconds:");
        foreach (var (name, endpoint) in ways)
        {
            var options = endpoint is null ? null : new ModelOptions { Endpoint = endpoint, Name = "down" };
            var model = options is null ? null : new ModelNewsroom(ModelConnectors.Chat(options), options, TimeProvider.System);
            var kernel = new NewsroomKernel(
                archive,
                new ArticleLinks(new Uri("http://newsbot.invalid/")),
                TimeProvider.System,
                model: model
            );
            await MeasureAsync(
                name,
                i => kernel.AskAsync(new QuestionRequest { Text = Questions[i % Questions.Length], Desk = null }, CancellationToken.None)
            );
        }

        Console.WriteLine("Searches with embeddings, milliseconds:");
        foreach (var (name, endpoint) in ways)
        {
            await using var other = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], CancellationToken.None);
            await using var searched = await ArticleArchive.OpenAsync(other, new InMemoryPassageIndex(), CancellationToken.None);
            using var vectors = PassageVectors.Open(folder[$"vectors-{Guid.NewGuid():N}"], "down");
            vectors.TryBecomeWriter();
            vectors.Add([new PassageVector(new PassagePlace(1, 0, null, TextPrint.Of("a passage")), new float[] { 1, 2, 3 })]);
            if (endpoint is not null)
            {
                var options = new EmbeddingOptions { Endpoint = endpoint, Name = "down" };
                searched.EmbedWith(new PassageEmbedder(ModelConnectors.Embeddings(options), options, TimeProvider.System), vectors);
            }

            await MeasureAsync(
                name,
                i => searched.SearchAsync(new PassageQuery { Text = Questions[i % Questions.Length] }, CancellationToken.None)
            );
        }

        return 0;
    }

    private static async Task MeasureAsync(string name, Func<int, Task> askAsync)
    {
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await askAsync(i);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var rest = times.Skip(3).Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {times[0]:0.0} | {times[1]:0.0} | {times[2]:0.0} | {rest[rest.Count / 2]:0.0} | {rest[rest.Count * 95 / 100]:0.0} | {rest[^1]:0.0} |"
            )
        );
    }
}
