using System.Text.Json;
using NewsBot.Archive.LiteDb;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Crashes;

/// <summary>An ingest is killed (SIGKILL) wherever it happens to be, again and again.</summary>
public sealed class KilledIngestTests : IDisposable
{
    private const int Kills = 12;

    /// <summary>By hand: <c>dotnet test … -explicit only</c>.</summary>
    private const int ManyKills = 50;

    private const int Articles = 300;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Database => folder["data/articles.litedb"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public Task Ingest_KilledAtRandomPoints_LosesNoAcknowledgedArticle_AndLeavesNoneHalf() =>
        KillAsync(Kills, () => new InMemoryPassageIndex(), null);

    [Fact(Explicit = true)]
    public Task Ingest_KilledManyTimes_LosesNoAcknowledgedArticle_AndLeavesNoneHalf() =>
        KillAsync(ManyKills, () => new InMemoryPassageIndex(), null);

    [Fact]
    public Task IngestWithIndex_KilledAtRandomPoints_LeavesAnIndexThatAgreesWithTheStore() => KillWithIndexAsync(Kills);

    [Fact(Explicit = true)]
    public Task IngestWithIndex_KilledManyTimes_LeavesAnIndexThatAgreesWithTheStore() => KillWithIndexAsync(ManyKills);

    private Task KillWithIndexAsync(int kills) =>
        KillAsync(
            kills,
            () =>
            {
                var index = StoredPassageIndex.Open(folder["data/index"]);
                Assert.Null(index.Damage);
                Assert.True(index.IsKept);
                return index;
            },
            folder["data/index"]
        );

    private async Task KillAsync(int kills, Func<IPassageIndex> open, string? indexFolder)
    {
        // The seed chooses batch sizes and how many acknowledgements are awaited; where exactly the kill strikes then is the machine's
        // choice.
        var random = new Random(20230503);
        var durable = new Dictionary<string, int>();
        var interrupted = 0;
        for (var version = 1; version <= kills; version++)
        {
            var file = WriteArticles(version);

            var acknowledged = await IngestAndKillAsync(file, batch: random.Next(1, 40), after: random.Next(0, Articles), indexFolder);

            if (acknowledged.Count < Articles)
                interrupted++;
            foreach (var source in acknowledged)
                durable[source] = version;
            await AssertWholeAsync(open(), durable, version);
        }

        Assert.True(interrupted > kills / 2, $"Only {interrupted} of {kills} ingests were still running when they were killed.");
        await AssertIngestGoesOnAsync(open(), kills + 1);
    }

    private async Task<List<string>> IngestAndKillAsync(string file, int batch, int after, string? indexFolder)
    {
        using var process = IngestProcess.Start(Database, batch, file, indexFolder);
        var acknowledged = new List<string>();
        try
        {
            while (acknowledged.Count < after && await process.StandardOutput.ReadLineAsync(Cancellation) is { } source)
                acknowledged.Add(source);
        }
        finally
        {
            process.Kill();
        }

        // What was written before the kill counts as acknowledged too; a line without its end was not.
        var rest = await process.StandardOutput.ReadToEndAsync(Cancellation);
        acknowledged.AddRange(rest[..(rest.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await process.WaitForExitAsync(Cancellation);
        return acknowledged;
    }

    private async Task AssertWholeAsync(IPassageIndex index, Dictionary<string, int> durable, int newest)
    {
        using var closing = index as IDisposable;
        await using var archive = await ArticleArchive.OpenAsync(
            await LiteDbArticleStore.OpenAsync(Database, Cancellation),
            index,
            Cancellation
        );
        Assert.Empty((await archive.CheckAsync(Cancellation)).Problems);
        Assert.Empty(await archive.SearchAsync(new PassageQuery { Text = "version0" }, Cancellation));

        var found = 0;
        for (var number = 0; number < Articles; number++)
        {
            var source = Source(number);
            var article = (await archive.FindAsync(source, Cancellation))?.Article;
            Assert.True(article is not null || !durable.ContainsKey(source), $"{source} was acknowledged and is gone.");
            if (article is null)
                continue;

            // A version that was committed but not acknowledged may be there; an older one than was acknowledged may not, nor a mixture.
            found++;
            var version = int.Parse(article.Headline, null);
            Assert.InRange(version, durable.GetValueOrDefault(source, 1), newest);
            Assert.Equal(Text(number, version), article.Text);
            durable[source] = version;
        }

        Assert.Equal(found, await archive.CountAsync(Cancellation));
    }

    private async Task AssertIngestGoesOnAsync(IPassageIndex index, int version)
    {
        using var closing = index as IDisposable;
        await using var archive = await ArticleArchive.OpenAsync(
            await LiteDbArticleStore.OpenAsync(Database, Cancellation),
            index,
            Cancellation
        );

        var report = await archive.IngestAsync([WriteArticles(version)], null, Cancellation);

        Assert.False(report.HasFailures);
        Assert.Equal(Articles, report.Added + report.Replaced);
        Assert.Equal(Articles, (await archive.CheckAsync(Cancellation)).Articles);
        Assert.NotEmpty(await archive.SearchAsync(new PassageQuery { Text = $"version{version}" }, Cancellation));
    }

    private string WriteArticles(int version) =>
        folder.Write(
            $"version{version}.jsonl",
            string.Concat(
                Enumerable
                    .Range(0, Articles)
                    .Select(number =>
                        JsonSerializer.Serialize(
                            new
                            {
                                source = Source(number),
                                headline = $"{version}",
                                text = Text(number, version),
                            }
                        ) + "\n"
                    )
            )
        );

    private static string Source(int number) => $"http://newsroom/{number}";

    private static string Text(int number, int version) =>
        string.Join(
            "\n\n",
            Enumerable
                .Range(0, 3 + (number % 20))
                .Select(paragraph => $"Paragraph {paragraph} of article {number}, version{version}, was written here.")
        );
}
