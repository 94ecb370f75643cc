using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsBot.Access;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Settings;
using NewsBot.Tests.Access;
using NewsBot.Tests.Support;
using NewsBot.Tests.Telemetry;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

/// <summary>The account menu and the pages of staff with long texts and full tables, for a person who signed in.</summary>
public sealed class FullPagesTests(BrowserFixture browser) : AccessibilityTests(browser)
{
    private const string Name = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Ashford-under-the-Hill";

    private ScriptedIdentityProvider provider = null!;

    public static TheoryData<string> Sections => ["", "/queues", "/subscriptions", "/feedback", "/questions", "/keys"];

    protected override bool SharesHost => false;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task StaffPage_WithFullTables_HasNoViolation_AndDoesNotScrollSideways(string section)
    {
        var page = await OpenAsync("/admin" + section, Adjust);

        await Assertions.Expect(page.Locator(".account")).ToHaveCountAsync(1);
        await AssertLooksAsync(page, "full-admin" + section.Replace('/', '-'));
    }

    [Fact]
    public async Task AccountMenu_WithALongName_FitsThePage()
    {
        var page = await OpenAsync("/", Adjust);

        await page.Locator(".account summary").ClickAsync();

        await AssertLooksAsync(page, "full-account");
        await page.SetViewportSizeAsync(360, 800);
        var menu = (await page.Locator(".account-menu").BoundingBoxAsync())!;
        Assert.InRange(menu.X, 0, 360);
        Assert.InRange(menu.X + menu.Width, 0, 360);
    }

    private protected override async Task<TestHost> StartAsync()
    {
        provider = await ScriptedIdentityProvider.StartAsync();
        provider.Person = Visitor.Person("boss", "boss@news.test");
        provider.Person["name"] = Name;
        var host = await TestHost.ListenAsync(
            [Some.ArticleLine("library.txt", "A library opened in York on Monday.")],
            settings =>
                settings with
                {
                    Audit = new AuditOptions { Questions = true },
                    Access = settings.Access with
                    {
                        Admins = ["boss@news.test"],
                        SignIn = new SignInSettings(
                            provider.Authority,
                            ScriptedIdentityProvider.ClientId,
                            ScriptedIdentityProvider.ClientSecret,
                            "groups",
                            [],
                            TimeSpan.FromHours(12)
                        ),
                    },
                }
        );
        await FillAsync(host);
        return host;
    }

    private static void Adjust(BrowserNewContextOptions options) => options.ExtraHTTPHeaders = [new("X-Forwarded-For", "203.0.113.7")];

    private static async Task AssertLooksAsync(IPage page, string name)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.SetViewportSizeAsync(360, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await ViolationsAsync(page));
            Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            if (Environment.GetEnvironmentVariable(Screenshots.Folder) is { } folder)
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(folder, $"{name}-360-{scheme.ToString().ToLowerInvariant()}.png"), FullPage = true }
                );
        }
    }

    private static async Task FillAsync(TestHost host)
    {
        var now = TimeProvider.System.GetUtcNow();
        await HostMetricsTests.FillAsync(host, now - TimeSpan.FromHours(1));
        var longText = string.Concat(Enumerable.Repeat(ShownPages.LongWord + " and what else is known? ", 3));
        foreach (var number in Enumerable.Range(10, 12))
        {
            await AccessTests.AddAsync(
                host.Services.GetRequiredService<ApiKeys>(),
                $"{new string('k', ApiKey.MaxNameChars - 2)}{number}",
                AccessScope.Ask | AccessScope.Read | AccessScope.Admin,
                "A-desk-with-a-name-that-nobody-would-choose-but-somebody-has"
            );
            await host
                .Services.GetRequiredService<FeedbackStore>()
                .AddAsync(
                    new ReaderFeedback
                    {
                        Channel = "teams",
                        Reaction = ReaderFeedback.Dislike,
                        Question = longText,
                        Answer = longText,
                        Comment = longText,
                        At = now,
                    },
                    Stop
                );
            await host
                .Services.GetRequiredService<StateDatabase>()
                .WriteAsync(
                    db =>
                        AuditTable.Add(
                            db,
                            new AuditEntry
                            {
                                At = now,
                                By = new AuditActor(AuditActor.Page, "web:" + ShownPages.LongWord, Name),
                                Action = AuditAction.Asked,
                                Question = longText,
                                Desk = "A-desk-with-a-name-that-nobody-would-choose-but-somebody-has",
                                Outcome = "declined",
                                Elapsed = TimeSpan.FromSeconds(71),
                            }
                        )
                        + db.Run(
                            """
                            INSERT INTO subscription (id, channel, conversation, created_by, minute, zone, days, topic, due_day, due_at, wake_at, kind)
                            VALUES ($1, 'teams', $2, $3, 480, 'America/Argentina/ComodRivadavia', 127, $4, 739000, $5, $5, 0)
                            """,
                            (long)number,
                            "19:" + new string('c', 90) + "@thread.tacv2",
                            "29:" + new string('p', 90),
                            ShownPages.LongWord[..90],
                            now
                        ),
                    Stop
                );
        }
    }
}
