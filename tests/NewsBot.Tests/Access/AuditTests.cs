using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Access;
using NewsBot.CommandLine;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.State;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

/// <summary>What the audit log records of pages, API and verbs, and how it is listed.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Question = "Where did a library open?";

    private static readonly string[] Articles = [Some.ArticleLine("other.txt", "A library opened in York on Monday.")];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Host_RecordsWhoAskedAndReadWhat_WithoutTexts()
    {
        await using var host = await TestHost.StartAsync(Articles);
        var key = await AccessTests.AddAsync(host.Services.GetRequiredService<ApiKeys>(), "wire", AccessScope.Ask | AccessScope.Read);

        await SendAsync(host, HttpMethod.Post, "/api/ask", key, Question);
        await SendAsync(host, HttpMethod.Post, "/api/ask", key, "Who won the chess match in Reykjavik?");
        await SendAsync(host, HttpMethod.Get, "/api/articles/other.txt", key);
        await SendAsync(host, HttpMethod.Head, "/api/articles/other.txt", key);
        await SendAsync(host, HttpMethod.Get, "/api/articles/unknown.txt", key);
        await SendAsync(host, HttpMethod.Get, "/articles/other.txt");
        await SendAsync(host, HttpMethod.Get, $"/?q={Uri.EscapeDataString("What opened in York?")}&q={Uri.EscapeDataString(Question)}");

        Assert.Equal(
            [
                ("api", "wire", AuditAction.Asked, null, "answered"),
                ("api", "wire", AuditAction.Asked, null, "declined"),
                ("api", "wire", AuditAction.ArticleRead, "other.txt", null),
                ("page", "this machine", AuditAction.ArticleRead, "other.txt", null),
                ("page", "this machine", AuditAction.Asked, (string?)null, (string?)"answered"),
            ],
            (await EntriesAsync(host)).Select(entry => (entry.By.Channel, entry.By.Name!, entry.Action, entry.Target, entry.Outcome))
        );
        Assert.DoesNotContain("library", JsonSerializer.Serialize(await EntriesAsync(host)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_RecordsWhatIsSearchedAndRead_WithoutWords()
    {
        await using var host = await TestHost.StartAsync([
            Some.ArticleLine("other.txt", "A library opened in York on Monday.", published: "2023-05-03"),
        ]);
        var key = await AccessTests.AddAsync(host.Services.GetRequiredService<ApiKeys>(), "wire", AccessScope.Read);

        await SendAsync(host, HttpMethod.Get, "/api/sources?q=library", key);
        await SendAsync(host, HttpMethod.Head, "/api/sources?q=library", key);
        await SendAsync(host, HttpMethod.Get, "/api/sources", key);
        await SendAsync(host, HttpMethod.Get, "/api/digest?topic=library", key);
        await SendAsync(host, HttpMethod.Get, "/api/timeline?topic=library", key);
        var tag = await SendAsync(host, HttpMethod.Get, "/api/feed?q=library", key);
        await SendAsync(host, HttpMethod.Get, "/api/feed?q=library", key, tag: tag);
        await SendAsync(host, HttpMethod.Get, "/api/feed/digest?topic=library", key);
        await SendAsync(host, HttpMethod.Get, "/api/feed/alert?q=library", key);
        await SendAsync(host, HttpMethod.Get, "/sources?q=library");
        await SendAsync(host, HttpMethod.Get, "/sources");
        await SendAsync(host, HttpMethod.Get, "/digest");
        await SendAsync(host, HttpMethod.Get, "/timeline?topic=library");
        await SendAsync(host, HttpMethod.Get, "/timeline");

        var entries = await EntriesAsync(host);
        Assert.Equal(
            [
                ("api", "wire", AuditAction.Searched, null),
                ("api", "wire", AuditAction.DigestRead, "2023-05-03"),
                ("api", "wire", AuditAction.TimelineRead, null),
                ("api", "wire", AuditAction.FeedRead, "search"),
                ("api", "wire", AuditAction.FeedRead, "digest"),
                ("api", "wire", AuditAction.FeedRead, "alert"),
                ("page", "this machine", AuditAction.Searched, null),
                ("page", "this machine", AuditAction.DigestRead, "2023-05-03"),
                ("page", "this machine", AuditAction.TimelineRead, (string?)null),
            ],
            entries.Select(entry => (entry.By.Channel, entry.By.Name!, entry.Action, entry.Target))
        );
        Assert.DoesNotContain("library", JsonSerializer.Serialize(entries), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/sources?q=library")]
    [InlineData("/api/digest?topic=library")]
    [InlineData("/api/timeline?topic=library")]
    [InlineData("/api/feed?q=library")]
    [InlineData("/api/feed/digest?topic=library")]
    [InlineData("/api/feed/alert?q=library")]
    [InlineData("/sources?q=library")]
    [InlineData("/digest?topic=library")]
    [InlineData("/timeline?topic=library")]
    public async Task Host_RecordsTheWordsOfSearches_WhereTheSettingSaysSo(string path)
    {
        await using var host = await TestHost.StartAsync(
            [Some.ArticleLine("other.txt", "A library opened in York on Monday.", published: "2023-05-03")],
            settings => settings with { Audit = new AuditOptions { Questions = true } }
        );

        await SendAsync(host, HttpMethod.Get, path);

        Assert.Equal("library", Assert.Single(await EntriesAsync(host)).Question);
    }

    [Fact]
    public async Task Host_RecordsQuestions_WhereTheSettingSaysSo()
    {
        await using var host = await TestHost.StartAsync(
            Articles,
            settings => settings with { Audit = new AuditOptions { Questions = true } }
        );

        await SendAsync(host, HttpMethod.Get, $"/answer?q={Uri.EscapeDataString(Question)}");

        Assert.Equal(Question, Assert.Single(await EntriesAsync(host)).Question);
    }

    [Fact]
    public async Task Verbs_AreRecorded_AndListedNewestFirst()
    {
        folder.Write("seeds/articles.jsonl", Articles[0]);
        await CommandRun.InAsync(folder, "keys", "add", "wire");
        await CommandRun.InAsync(folder, "keys", "revoke", "wire");
        await CommandRun.InAsync(folder, "kill", "other.txt", "unknown.txt");
        await CommandRun.InAsync(folder, "restore", "other.txt");

        var text = await CommandRun.InAsync(folder, "audit", "--since", "1d");
        var json = await CommandRun.InAsync(folder, "audit", "--json", "--who", "Command Line");

        Assert.Equal(ExitCode.Done, text.ExitCode);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC, command line \(command line\), article restored, other\.txt$", text.Lines[0]);
        Assert.Equal(4, text.Lines.Count);
        Assert.Equal(
            [("article_restored", "other.txt"), ("article_killed", "other.txt"), ("key_revoked", "wire"), ("key_made", "wire")],
            json.Lines.Select(line =>
            {
                using var entry = JsonDocument.Parse(line);
                return (entry.RootElement.GetProperty("action").GetString()!, entry.RootElement.GetProperty("target").GetString()!);
            })
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Verbs_ThatAskAndRead_AreRecorded_WithWordsWhereTheSettingSaysSo(bool questions)
    {
        folder.Write("seeds/articles.jsonl", Some.ArticleLine("other.txt", "A library opened in York on Monday.", published: "2023-05-03"));
        folder.Write("appsettings.json", JsonSerializer.Serialize(new { Audit = new { Questions = questions } }));
        var batch = JsonSerializer.Serialize(new { id = 1, ask = Question }) + "\n" + JsonSerializer.Serialize(new { search = "library" });
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(batch));
        await CommandRun.InAsync(folder, "ask", Question);
        await CommandRun.InAsync(folder, "sources", "library");
        await CommandRun.InAsync(folder, "digest", "--topic", "library");
        await CommandRun.InAsync(folder, "timeline", "library");
        await CommandRun.InAsync(folder, lines, "batch");

        var listed = await CommandRun.InAsync(folder, "audit", "--json");

        Assert.Equal(
            [
                ("asked", null, "answered", Question),
                ("searched", null, null, "library"),
                ("digest_read", "2023-05-03", null, "library"),
                ("timeline_read", null, null, "library"),
                ("asked", null, "answered", Question),
                ("searched", (string?)null, (string?)null, "library"),
            ],
            listed
                .Lines.Reverse()
                .Select(line =>
                {
                    using var entry = JsonDocument.Parse(line);
                    Assert.Equal("command line", Text(entry, "channel"));
                    Assert.Equal(questions, Text(entry, "question") is not null);
                    var asked = Text(entry, "action") == "asked" ? Question : "library";
                    return (Text(entry, "action")!, Text(entry, "target"), Text(entry, "outcome"), Text(entry, "question") ?? asked);
                })
        );

        static string? Text(JsonDocument entry, string name) =>
            entry.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    [Fact]
    public async Task Ask_AnswersWhereTheLogCannotBeWritten_AndSaysSo()
    {
        folder.Write("seeds/articles.jsonl", Articles[0]);
        folder.Write("data/state.db", string.Concat(Enumerable.Repeat("not a database ", 1000)));

        var run = await CommandRun.InAsync(folder, "ask", Question);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("A library opened in York", run.Output, StringComparison.Ordinal);
        Assert.Single(
            run.ErrorLines,
            line => line.StartsWith("The question was answered, but is not in the audit log: ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task List_IsEmpty_ForOthersAndLaterDays_AndSaysSo()
    {
        await CommandRun.InAsync(folder, "keys", "add", "wire");

        var other = await CommandRun.InAsync(folder, "audit", "--who", "nobody");
        var later = await CommandRun.InAsync(folder, "audit", "--since", "9998-01-01");
        var wrong = await CommandRun.InAsync(folder, "audit", "--since", "yesterday");

        Assert.Equal("The audit log has no such entries.", Assert.Single(other.Lines));
        Assert.Equal("The audit log has no such entries.", Assert.Single(later.Lines));
        Assert.Equal((ExitCode.WrongUsage, ""), (wrong.ExitCode, wrong.Output));
    }

    [Fact]
    public async Task NoDays_RecordNothing()
    {
        folder.Write("appsettings.json", """{"Audit":{"Days":0}}""");
        await CommandRun.InAsync(folder, "keys", "add", "wire");

        var run = await CommandRun.InAsync(folder, "audit");

        Assert.Equal("Nothing is recorded: the setting Audit:Days is 0.", Assert.Single(run.Lines));
    }

    /// <summary>Returns what the log of a host has, oldest first; the host records nothing after that.</summary>
    internal static async Task<IReadOnlyList<AuditEntry>> EntriesAsync(TestHost host)
    {
        // Closing it writes what waits.
        await host.Services.GetRequiredService<AuditLog>().DisposeAsync();
        var entries = await host
            .Services.GetRequiredService<StateDatabase>()
            .ReadAsync(
                db => AuditTable.Read(db, DateTimeOffset.UnixEpoch, null, long.MaxValue, 100),
                TestContext.Current.CancellationToken
            );
        return [.. entries.Reverse()];
    }

    private static async Task<EntityTagHeaderValue?> SendAsync(
        TestHost host,
        HttpMethod method,
        string path,
        string? key = null,
        string? question = null,
        EntityTagHeaderValue? tag = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (question is not null)
            request.Content = JsonContent.Create(new { question });
        if (tag is not null)
            request.Headers.IfNoneMatch.Add(tag);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.Headers.ETag;
    }
}
