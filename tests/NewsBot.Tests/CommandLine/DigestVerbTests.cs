using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class DigestVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Digest_OfTheSeeds_IsTheTextInTheDocs()
    {
        var run = await CommandRun.InAsync(folder, "digest", "--date", "2023-05-03");
        var documented = await File.ReadAllTextAsync(
            Path.Combine(RepositoryFolder.Root, "docs", "guide", "digest-2023-05-03.md"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Output.Trim(), documented, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_OfADayWithoutArticles_IsOneLine()
    {
        var run = await CommandRun.InAsync(folder, "digest", "--date", "2023-05-09");

        Assert.Equal("9 May 2023: no stories.\n", run.Output);
    }

    [Fact]
    public async Task Digest_WithJson_IsOneDocument()
    {
        var run = await CommandRun.InAsync(folder, "digest", "--date", "2023-05-03", "--json");

        Assert.Equal(1, JsonDocument.Parse(Assert.Single(run.Lines)).RootElement.GetProperty("stories").GetArrayLength());
    }

    [Fact]
    public async Task Digest_OfADesk_ShowsWhatItMaySee_AndAnUnknownDeskIsWrongUsage()
    {
        folder.Write("appsettings.json", """{"Digests":{"Desks":{"Wire":{"Outlets":["002_d52bae88c07fd571.txt"]}}}}""");

        var run = await CommandRun.InAsync(folder, "digest", "--date", "2023-05-03", "--desk", "wire");
        var unknown = await CommandRun.InAsync(folder, "digest", "--desk", "Sports");

        Assert.StartsWith("3 May 2023: 1 story from 1 article, for the desk Wire\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("001_", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            (2, "There is no desk \"Sports\": name one of Digests:Desks in the settings."),
            (unknown.ExitCode, Assert.Single(unknown.ErrorLines))
        );
    }

    [Fact]
    public async Task Timeline_PrintsDaysAndSources()
    {
        var run = await CommandRun.InAsync(folder, "timeline", "drone");

        Assert.StartsWith("3 May 2023\n  - ", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "\n[1] 001_a0b4809ae95599bf.txt, 3 May 2023\n    http://127.0.0.1:3978/articles/",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Stories_OfAFile_ArePrinted_AndABadLineFailsTheRunButNotTheOthers()
    {
        folder.Write(
            "news.jsonl",
            string.Join(
                '\n',
                Some.ArticleLine(
                    "a",
                    "The old mill in Ashford burned down on Monday night. Fire chief Anna Marsh said 40 firefighters fought the flames."
                ),
                "{nonsense",
                Some.ArticleLine("b", "Mayor Paul Reed opened the new bridge over the Dane in Milford. The bridge cost 12 million pounds."),
                Some.ArticleLine(
                    "c",
                    "Fire chief Anna Marsh said a faulty heater may have started the fire that burned down the old mill in Ashford."
                )
            )
        );

        var run = await CommandRun.InAsync(folder, "stories", "news.jsonl");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["""{"source":"a","story":"1"}""", """{"source":"b","story":"2"}""", """{"source":"c","story":"1"}"""], run.Lines);
        Assert.StartsWith("news.jsonl, line 2 ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
