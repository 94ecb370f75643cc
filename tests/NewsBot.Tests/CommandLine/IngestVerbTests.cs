using System.Globalization;
using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class IngestVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ingest_ReportsWhatItDidWithEachFile()
    {
        folder.Write("in/a.txt", "A first article about ships.");
        folder.Write("in/b.txt", "A second article about trains.");
        folder.Write("in/empty.txt", "");
        folder.Write(
            "wire.jsonl",
            Some.ArticleLine("w1", "A wire story.") + "\n" + Some.ArticleLine("w2", "Another wire story.") + "\nnonsense\n"
        );

        var first = await CommandRun.InAsync(folder, "ingest", folder["in"], folder["wire.jsonl"]);
        folder.Write("in/a.txt", "A first article about ships, corrected.");
        File.Delete(folder["in/empty.txt"]);
        File.Delete(folder["in/b.txt"]);
        var second = await CommandRun.InAsync(folder, "ingest", folder["in"]);

        Assert.Equal(1, first.ExitCode);
        Assert.Contains($"added      {folder["in/a.txt"]}", first.Lines);
        Assert.Contains($"added      {folder["in/b.txt"]}", first.Lines);
        // One line or two, as the disk allows: what was read is committed while the next is waited for.
        Assert.Equal(2, AddedLines(first, folder["wire.jsonl"]).Sum());
        Assert.Contains(first.Lines, line => line.StartsWith($"REJECTED   {folder["in/empty.txt"]} ", StringComparison.Ordinal));
        Assert.Contains(first.Lines, line => line.StartsWith($"REJECTED   {folder["wire.jsonl"]}, line 3, ", StringComparison.Ordinal));
        Assert.Equal("4 added, 0 replaced, 0 unchanged, 0 withdrawn, 2 rejected", first.Lines[^1]);
        Assert.Equal(0, second.ExitCode);
        Assert.Equal(
            [$"replaced   {folder["in/a.txt"]}", "withdrawn  b.txt", "0 added, 1 replaced, 0 unchanged, 1 withdrawn, 0 rejected"],
            second.Lines
        );
    }

    [Fact]
    public async Task Ingest_OfUnchangedFiles_CountsThemOnly()
    {
        for (var i = 0; i < 300; i++)
            folder.Write($"in/{i}.txt", $"Article number {i}.");
        await CommandRun.InAsync(folder, "ingest", folder["in"]);

        var run = await CommandRun.InAsync(folder, "ingest", folder["in"]);

        Assert.Equal("0 added, 0 replaced, 300 unchanged, 0 withdrawn, 0 rejected", Assert.Single(run.Lines));
    }

    [Fact]
    public async Task Ingest_OfAFeedFile_ReportsItsEntriesInOneLine()
    {
        folder.Write(
            "feed.xml",
            $"<rss><channel>{string.Concat(Enumerable.Range(0, 40).Select(i => $"<item><guid>http://n.test/{i}</guid><description>Entry {i}.</description></item>"))}</channel></rss>"
        );

        var run = await CommandRun.InAsync(folder, "ingest", folder["feed.xml"]);

        // A line for each commit; how many there are is up to the disk.
        var added = run.Lines.Where(line => line.StartsWith("added", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            40,
            added.Sum(line =>
                line.EndsWith(" articles", StringComparison.Ordinal) ? int.Parse(line.Split(' ')[^2], CultureInfo.InvariantCulture) : 1
            )
        );
        Assert.InRange(added.Count, 1, 20);
        Assert.Equal("40 added, 0 replaced, 0 unchanged, 0 withdrawn, 0 rejected", run.Lines[^1]);
    }

    [Fact]
    public async Task Ingest_CountsByReason_InTextAndAsJson()
    {
        folder.Write("in/a.txt", "An article about ships.");
        folder.Write(
            "in/held.jsonl",
            """{"source":"h","text":"Held.","embargo":"2999-01-01T00:00:00Z"}"""
                + "\n"
                + """{"source":"k","text":"KILL","state":"killed"}"""
        );
        folder.Write("in/empty.txt", "");
        folder.Write("in/b.txt.part", "Half an arti");
        folder.Write("in/picture.gif", "GIF89a");

        var text = await CommandRun.InAsync(folder, "ingest", folder["in"]);
        var json = await CommandRun.InAsync(folder, "ingest", folder["in"], "--json");

        Assert.Contains("besides    under embargo: 1, kill: 1, hidden or unfinished file: 1", text.Lines);
        Assert.Contains("reasons    ", text.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(json.Output);
        var root = report.RootElement;
        int Of(string name) => root.GetProperty(name).GetInt32();
        Assert.Equal((0, 3, 1, 1, 1, 2), (Of("added"), Of("unchanged"), Of("embargoed"), Of("killed"), Of("skipped"), Of("rejected")));
        Assert.Equal("""{"noText":1,"unknownKind":1}""", Sorted(root.GetProperty("rejectedByReason")));
        Assert.Equal(folder["in/empty.txt"], root.GetProperty("rejections")[0].GetProperty("file").GetString());
        Assert.Equal(1, json.ExitCode);

        static string Sorted(JsonElement counts) =>
            "{"
            + string.Join(
                ',',
                counts
                    .EnumerateObject()
                    .OrderBy(count => count.Name, StringComparer.Ordinal)
                    .Select(count => $"\"{count.Name}\":{count.Value}")
            )
            + "}";
    }

    [Fact]
    public async Task Ingest_OfAnOlderVersion_SaysSo()
    {
        folder.Write("new.jsonl", """{"source":"x","text":"Newer.","version":3}""");
        folder.Write("old.jsonl", """{"source":"x","text":"Older.","version":2}""");
        await CommandRun.InAsync(folder, "ingest", folder["new.jsonl"]);

        var run = await CommandRun.InAsync(folder, "ingest", folder["old.jsonl"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                $"older      {folder["old.jsonl"]}: 1 to line 1",
                "besides    older version: 1",
                "0 added, 0 replaced, 1 unchanged, 0 withdrawn, 0 rejected",
            ],
            run.Lines
        );
    }

    [Fact]
    public async Task Ingest_OfANewArchive_BringsNoSeeds()
    {
        folder.Write("a.txt", "An article of our own.");

        await CommandRun.InAsync(folder, "ingest", folder["a.txt"]);
        var run = await CommandRun.InAsync(folder, "check");

        Assert.Equal("1 article, 1 passage, all is well\n", run.Output);
    }

    private static IEnumerable<int> AddedLines(CommandRun run, string file) =>
        run
            .Lines.Where(line => line.StartsWith($"added      {file}: ", StringComparison.Ordinal))
            .Select(line => int.Parse(line[$"added      {file}: ".Length..].Split(' ')[0], CultureInfo.InvariantCulture));
}
