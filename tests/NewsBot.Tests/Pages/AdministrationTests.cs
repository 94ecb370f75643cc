using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Tests.Access;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

public sealed partial class AdministrationTests
{
    private const string Root = "http://127.0.0.1/admin";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string[] Articles => [Some.ArticleLine("library.txt", "A library opened in York.")];

    public static TheoryData<string> Sections => ["", "/queues", "/subscriptions", "/feedback", "/questions", "/keys"];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Page_IsShownToStaff_AndLeadsToTheOthers(string section)
    {
        await using var host = await TestHost.StartAsync(Articles);

        var page = await host.Client.GetStringAsync(Root + section, Stop);

        Assert.Contains("aria-current=\"page\"", page, StringComparison.Ordinal);
        Assert.Contains("/admin/articles", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Page_ForPeopleElsewhere_IsNotThere(string section)
    {
        await using var host = await TestHost.StartAsync(
            Articles,
            settings => settings with { PublicUrl = new Uri("https://news.example/") }
        );

        using var response = await host.Client.GetAsync(Root + section, Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/queues")]
    [InlineData("/subscriptions")]
    [InlineData("/keys")]
    public async Task Form_WithoutTheTokenOfThePage_IsRefused(string section)
    {
        await using var host = await TestHost.StartAsync(Articles);

        await StaffForm.SendAsync(host, Root + section, [("decision", "add"), ("name", "a")], HttpStatusCode.Forbidden, "0123");
    }

    [Fact]
    public async Task Key_IsShownOnce_AndRevoked()
    {
        await using var host = await TestHost.StartAsync(Articles);

        var made = await StaffForm.SendAsync(host, Root + "/keys", [("decision", "add"), ("name", "wire"), ("scope", "read")]);
        var later = await host.Client.GetStringAsync(Root + "/keys", Stop);
        var again = await StaffForm.SendAsync(
            host,
            Root + "/keys",
            [("decision", "add"), ("name", "wire"), ("scope", "read")],
            HttpStatusCode.Conflict
        );
        var revoked = await StaffForm.SendAsync(host, Root + "/keys", [("decision", "revoke"), ("name", "wire")]);

        var secret = Secret().Match(made).Groups[1].Value;
        Assert.NotEmpty(secret);
        Assert.DoesNotContain(secret, later, StringComparison.Ordinal);
        Assert.Contains("There is a key wire already", again, StringComparison.Ordinal);
        Assert.Contains("Revoked the key wire.", revoked, StringComparison.Ordinal);
        Assert.Equal(
            [AuditAction.KeyMade, AuditAction.KeyRevoked],
            (await AuditTests.EntriesAsync(host))
                .Select(entry => entry.Action)
                .Where(action => action is AuditAction.KeyMade or AuditAction.KeyRevoked)
        );
    }

    [Theory]
    [InlineData("", "read", "", "A name has")]
    [InlineData("a b", "read", "", "A name has")]
    [InlineData("wire", "write", "", "Choose at least one")]
    [InlineData("wire", "read", "0", "A key is valid for")]
    [InlineData("wire", "read", "soon", "A key is valid for")]
    public async Task Key_WithAWrongField_IsNotMade(string name, string scope, string days, string problem)
    {
        await using var host = await TestHost.StartAsync(Articles);

        var page = await StaffForm.SendAsync(
            host,
            Root + "/keys",
            [("decision", "add"), ("name", name), ("scope", scope), ("days", days)],
            HttpStatusCode.BadRequest
        );

        Assert.Contains("No key was made. " + problem, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscription_IsListed_AndStopped()
    {
        await using var host = await TestHost.StartAsync(Articles);
        var store = host.Services.GetRequiredService<SubscriptionStore>();
        var schedule = DigestSchedule.Read("08:00 Europe/London").Schedule!;
        var added = await store.AddAsync(
            new Subscription
            {
                Channel = "teams",
                Conversation = "19:<a>@thread.tacv2",
                CreatedBy = "29:jane",
                Schedule = schedule,
            },
            DueTimes.After(schedule, TimeProvider.System.GetUtcNow()),
            Stop
        );

        var listed = await host.Client.GetStringAsync(Root + "/subscriptions", Stop);
        var stopped = await StaffForm.SendAsync(host, Root + "/subscriptions", [("decision", "stop"), ("id", $"{added.Id}")]);
        var again = await StaffForm.SendAsync(
            host,
            Root + "/subscriptions",
            [("decision", "stop"), ("id", $"{added.Id}")],
            HttpStatusCode.NotFound
        );

        Assert.Contains("19:&lt;a&gt;@thread.tacv2", listed, StringComparison.Ordinal);
        Assert.Contains("Stopped:", stopped, StringComparison.Ordinal);
        Assert.Contains("Nothing was stopped", again, StringComparison.Ordinal);
        Assert.Empty(await store.ListAsync("teams", "19:<a>@thread.tacv2", Stop));
    }

    [Fact]
    public async Task Retry_OfWhatIsGone_SaysSo()
    {
        await using var host = await TestHost.StartAsync(Articles);

        var page = await StaffForm.SendAsync(host, Root + "/queues", [("decision", "retry"), ("id", "7")], HttpStatusCode.NotFound);

        Assert.Contains("Nothing was tried", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_IsShownTwentyAPage_EachOnce_AlsoWhereTimesAreEqual()
    {
        await using var host = await TestHost.StartAsync(Articles);
        var store = host.Services.GetRequiredService<FeedbackStore>();
        // Not a date that stands here: what is older than the retention is dropped as the host starts.
        var at = TimeProvider.System.GetUtcNow().AddHours(-1);
        for (var number = 1; number <= 21; number++)
        {
            await store.AddAsync(
                new ReaderFeedback
                {
                    Channel = "teams",
                    Reaction = ReaderFeedback.Dislike,
                    Question = $"Question <{number}>?",
                    At = at,
                },
                Stop
            );
        }

        var first = await host.Client.GetStringAsync(Root + "/feedback", Stop);
        var earlier = EarlierPage().Match(first).Groups[1].Value;
        var second = await host.Client.GetStringAsync(Root + "/feedback" + earlier, Stop);

        Assert.Equal(
            Enumerable.Range(1, 21).Select(number => $"Question &lt;{number}&gt;?").Order(StringComparer.Ordinal),
            AskedOf().Matches(first).Concat(AskedOf().Matches(second)).Select(asked => asked.Groups[1].Value).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotMatch(EarlierPage(), second);
    }

    [GeneratedRegex("""href="[^"?]*(\?before=[^"]+)">Earlier<""")]
    private static partial Regex EarlierPage();

    [GeneratedRegex("""<p class="asked-of"[^>]*>([^<]+)</p>""")]
    private static partial Regex AskedOf();

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Secret();
}
