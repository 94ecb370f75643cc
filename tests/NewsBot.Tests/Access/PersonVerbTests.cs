using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using NewsBot.CommandLine;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.People;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

/// <summary>What is exported and deleted of one person, and that nobody else loses anything.</summary>
public sealed class PersonVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("teams", "teamsAnswers")]
    [InlineData("discord", "discordReplies", "discordChannels")]
    public async Task Person_IsExportedAndDeleted_InEveryKind_AndOthersStay(string channel, params string[] own)
    {
        await FillAsync(channel, "17", "mine");
        await FillAsync(channel, "18", "yours");
        string[] kinds = ["audit", "conversations", "desks", "feedback", "subscriptions", .. own];

        var export = await CommandRun.InAsync(folder, "person", "export", "17");
        var deleted = await CommandRun.InAsync(folder, "person", "delete", $"{channel}:17", "--yes");
        var after = await CommandRun.InAsync(folder, "person", "export", $"{channel}:17");
        var other = await CommandRun.InAsync(folder, "person", "export", $"{channel}:18");

        Assert.Equal((ExitCode.Done, $"{channel}:17"), (export.ExitCode, JsonNode.Parse(export.Output)!["person"]!.GetValue<string>()));
        Assert.Equal(kinds.Order(StringComparer.Ordinal), KindsOf(export));
        Assert.Contains("mine", export.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("yours", export.Output, StringComparison.Ordinal);
        Assert.All(kinds, kind => Assert.Contains($"{kind} 1", export.Error, StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, deleted.ExitCode);
        Assert.All(kinds, kind => Assert.Contains(deleted.Lines, line => line.StartsWith($"{kind}: 1", StringComparison.Ordinal)));
        // Their own desk stays, so that they see no more than before.
        Assert.Equal(["desks"], KindsOf(after));
        Assert.Equal(kinds.Order(StringComparer.Ordinal), KindsOf(other));
    }

    [Fact]
    public async Task AuditEntry_OfADeletedPerson_StaysWithoutThem()
    {
        await FillAsync("teams", "17", "mine");
        await CommandRun.InAsync(folder, "person", "delete", "17", "--yes");

        var run = await CommandRun.InAsync(folder, "audit", "--json");

        var entry = JsonNode.Parse(Assert.Single(run.Lines))!;
        Assert.Equal(("article_read", "mine.txt"), (entry["action"]!.GetValue<string>(), entry["target"]!.GetValue<string>()));
        Assert.StartsWith("deleted:", entry["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Null(entry["name"]);
        Assert.Null(entry["question"]);
    }

    [Fact]
    public async Task Key_IsDeletedByItsName_BesideARunningHost()
    {
        await using var host = await TestHost.StartAsync([Some.ArticleLine("other.txt", "A library opened in York on Monday.")]);
        await CommandRun.InAsync(folder, "keys", "add", "other", "--data", host.DataDirectory);
        var made = await CommandRun.InAsync(folder, "keys", "add", "jane", "--data", host.DataDirectory);
        var before = await AskAsync(host, made.Output.Trim());
        // Nothing that was asked before still waits to be recorded.
        Assert.Equal("jane", (await AuditTests.EntriesAsync(host))[^1].By.Name);

        var export = await CommandRun.InAsync(folder, "person", "export", "jane", "--data", host.DataDirectory);
        var deleted = await CommandRun.InAsync(folder, "person", "delete", "jane", "--yes", "--data", host.DataDirectory);
        var after = await AskAsync(host, made.Output.Trim());
        var audit = await CommandRun.InAsync(folder, "audit", "--data", host.DataDirectory);

        Assert.Equal((200, 401), (before, after));
        Assert.Equal(ExitCode.Done, deleted.ExitCode);
        var key = Assert.Single(JsonNode.Parse(export.Output)!["keys"]!.AsArray())!;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.InRange(DateOnly.Parse(key["lastUsed"]!.GetValue<string>(), CultureInfo.InvariantCulture), today.AddDays(-1), today);
        Assert.Equal(
            "Where did a library open?",
            Assert.Single(JsonNode.Parse(export.Output)!["conversations"]!.AsArray())!["question"]!.GetValue<string>()
        );
        Assert.DoesNotContain("jane", audit.Output, StringComparison.Ordinal);
        Assert.Contains("key made, other", audit.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", false)]
    [InlineData("", false)]
    [InlineData("yes\n", true)]
    public async Task Deletion_AsksFirst(string answer, bool isDeleted)
    {
        await FillAsync("teams", "17", "mine");
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(answer));

        var run = await CommandRun.InAsync(folder, input, "person", "delete", "17");
        var kept = KindsOf(await CommandRun.InAsync(folder, "person", "export", "teams:17"));

        Assert.Equal(isDeleted ? ExitCode.Done : ExitCode.Failed, run.ExitCode);
        Assert.Contains("feedback 1", run.Error, StringComparison.Ordinal);
        Assert.Equal(!isDeleted, kept.Contains("feedback"));
    }

    [Fact]
    public async Task Name_ThatNobodyOrSeveralHave_IsExplained()
    {
        var nowhere = await CommandRun.InAsync(folder, "person", "export", "17");
        await FillAsync("teams", "17", "mine");
        await FillAsync("discord", "17", "yours");
        var several = await CommandRun.InAsync(folder, "person", "delete", "17", "--yes");
        var nobody = await CommandRun.InAsync(folder, "person", "export", "jim");

        Assert.All([nowhere, several, nobody], run => Assert.Equal((ExitCode.Failed, ""), (run.ExitCode, run.Output)));
        Assert.Contains("so nothing is kept about 17", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("17 may be discord:17 or teams:17: name one of them.", several.Error, StringComparison.Ordinal);
        Assert.Contains("Nobody is known as jim.", nobody.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_IsWrittenToANewFile_ForItsOwnerAlone()
    {
        await FillAsync("teams", "17", "mine");

        var first = await CommandRun.InAsync(folder, "person", "export", "17", "--output", "person.json");
        var second = await CommandRun.InAsync(folder, "person", "export", "17", "--output", "person.json");

        Assert.Equal((ExitCode.Done, ""), (first.ExitCode, first.Output));
        Assert.NotNull(JsonNode.Parse(await File.ReadAllTextAsync(folder["person.json"], Stop)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder["person.json"]));
        Assert.Equal(ExitCode.Failed, second.ExitCode);
        Assert.Contains("name a new file with --output", second.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IEnumerable<string> KindsOf(CommandRun export) =>
        JsonNode
            .Parse(export.Output)!
            .AsObject()
            .Where(kind => kind.Value is JsonArray { Count: > 0 })
            .Select(kind => kind.Key)
            .Order(StringComparer.Ordinal);

    private static async Task<int> AskAsync(TestHost host, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Content = JsonContent.Create(new { question = "Where did a library open?", conversation = "mine" });
        using var response = await host.Client.SendAsync(request, Stop);
        return (int)response.StatusCode;
    }

    /// <summary>Stores something of every kind about a person of Teams or Discord.</summary>
    private async Task FillAsync(string channel, string id, string text)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var state = StateDatabase.Open(Path.Combine(folder["data"], StateDatabase.FileName), PersonalRecords.Schemas);
        await new ConversationMemory(state, TimeProvider.System).RememberAsync(text, text, Stop, $"{channel}:{id}");
        await new FeedbackStore(state).AddAsync(
            new ReaderFeedback
            {
                Channel = channel,
                Person = id,
                Reaction = ReaderFeedback.Like,
                Question = text,
                At = now,
            },
            Stop
        );
        var schedule = new DigestSchedule(new TimeOnly(8, 0), "Europe/London", DigestDays.Weekdays, text);
        await new SubscriptionStore(state).AddAsync(
            new Subscription
            {
                Channel = channel,
                Conversation = "room",
                CreatedBy = id,
                Schedule = schedule,
            },
            new DueTime(DateOnly.FromDateTime(now.UtcDateTime), now),
            Stop
        );
        await new DeskRegister(DeskList.None, state).AssignAsync(new DeskAssignment(id, true, "Sport", id, now), Stop);
        await state.WriteAsync(
            db =>
            {
                AuditTable.Add(
                    db,
                    new AuditEntry
                    {
                        At = now,
                        By = new AuditActor(channel, $"{channel}:{id}", "Jane"),
                        Action = AuditAction.ArticleRead,
                        Target = $"{text}.txt",
                        Question = text,
                    }
                );
                return channel == "teams"
                    ? db.Run(
                        "INSERT INTO teams_answers (id, conversation, question, text, citations, at, person) VALUES ($1, 'chat', $1, $1, '[]', $2, $3)",
                        text,
                        now,
                        id
                    )
                    : db.Run(
                        "INSERT INTO discord_reply (trace, content, at, person) VALUES ($1, json_object('Question', $1, 'Person', $3), $2, $3)",
                        text,
                        now,
                        id
                    )
                        + db.Run(
                            "INSERT INTO discord_channel (channel, guild, allowed_by, at) VALUES ($1, 1, $2, $3)",
                            long.Parse(id, CultureInfo.InvariantCulture) + 100,
                            long.Parse(id, CultureInfo.InvariantCulture),
                            now
                        );
            },
            Stop
        );
    }
}
