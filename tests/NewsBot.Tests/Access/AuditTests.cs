using System.Net.Http.Headers;
using System.Net.Http.Json;
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

    private static async Task SendAsync(TestHost host, HttpMethod method, string path, string? key = null, string? question = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (question is not null)
            request.Content = JsonContent.Create(new { question });
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
