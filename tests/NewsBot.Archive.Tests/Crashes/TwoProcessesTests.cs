using System.Text.Json;
using NewsBot.Archive.LiteDb;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Crashes;

/// <summary>Two processes write to one archive at once.</summary>
public sealed class TwoProcessesTests : IDisposable
{
    private const int Articles = 120;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task TwoProcesses_ThatIngestIntoOneArchive_WaitForEachOther()
    {
        var database = folder["data/articles.litedb"];
        using var one = IngestProcess.Start(database, 3, WriteArticles("one"));
        using var two = IngestProcess.Start(database, 2, WriteArticles("two"));

        await Task.WhenAll(one.StandardOutput.ReadToEndAsync(Cancellation), two.StandardOutput.ReadToEndAsync(Cancellation));
        await Task.WhenAll(one.WaitForExitAsync(Cancellation), two.WaitForExitAsync(Cancellation));

        await using var store = await LiteDbArticleStore.OpenAsync(database, Cancellation);
        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        Assert.Equal(2 * Articles + 1, await store.CountAsync(Cancellation));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    private string WriteArticles(string name) =>
        folder.Write(
            $"{name}.jsonl",
            string.Concat(
                Enumerable
                    .Range(0, Articles)
                    .Select(number => $"{name}/{number}")
                    .Append("shared")
                    .Select(source => JsonSerializer.Serialize(new { source, text = $"Of {name}." }) + "\n")
            )
        );
}
