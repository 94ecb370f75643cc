using System.Text.Json;
using NewsBot.Archive.Store;
using Xunit;

namespace NewsBot.TestSupport.Crashes;

/// <summary>Two processes write to one archive at once. Every embedded store passes.</summary>
public abstract class TwoProcessesContract : IDisposable
{
    private const int Articles = 120;

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>File name of the program that ingests into the store, beside the tests: it is told where, how many articles a transaction, and what.</summary>
    protected abstract string Program { get; }

    /// <summary>Opens the store of this file.</summary>
    protected abstract Task<IArticleStore> OpenAsync(string database);

    /// <inheritdoc/>
    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task TwoProcesses_ThatIngestIntoOneArchive_WaitForEachOther()
    {
        var database = folder["data/articles.db"];
        using var one = IngestProcess.Start(Program, database, 3, WriteArticles("one"));
        using var two = IngestProcess.Start(Program, database, 2, WriteArticles("two"));

        await Task.WhenAll(one.StandardOutput.ReadToEndAsync(Cancellation), two.StandardOutput.ReadToEndAsync(Cancellation));
        await Task.WhenAll(one.WaitForExitAsync(Cancellation), two.WaitForExitAsync(Cancellation));

        await using var store = await OpenAsync(database);
        Assert.Equal((0, 0), (one.ExitCode, two.ExitCode));
        Assert.Equal(2 * Articles + 1, await store.CountAsync(Cancellation));
        Assert.Empty(await store.VerifyAsync(Cancellation));
    }

    private string WriteArticles(string name) => folder.Write($"{name}.jsonl", string.Concat(
        Enumerable.Range(0, Articles).Select(number => $"{name}/{number}").Append("shared")
            .Select(source => JsonSerializer.Serialize(new { source, text = $"Of {name}." }) + "\n")));
}
