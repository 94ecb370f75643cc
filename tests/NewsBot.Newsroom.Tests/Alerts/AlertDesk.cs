using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Tests.Subscriptions;
using NewsBot.Newsroom.Timelines;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Alerts;

/// <summary>A newsroom with alerts, a clock that tests set, and a channel that does what they say.</summary>
internal sealed class AlertDesk : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 5, 4, 9, 10, 0, TimeSpan.Zero);

    private readonly TestState state;
    private readonly TestArchive archive;
    private readonly DeskList desks;
    private readonly AlertOptions options;
    private StateDatabase database = null!;
    private AuditLog audit = null!;
    private AlertCommands commands = null!;
    private AlertDelivery host = null!;
    private NewsroomService newsroom = null!;

    private AlertDesk(TestArchive archive, SettableClock clock, DeskList desks, AlertOptions options, TestState state)
    {
        (this.archive, Clock, this.desks, this.options, this.state) = (archive, clock, desks, options, state);
        Channel = new ScriptedChannel("teams", TimeSpan.MaxValue, clock);
    }

    public SettableClock Clock { get; }

    public ScriptedChannel Channel { get; set; }

    public AlertStore Store { get; private set; } = null!;

    public IReadOnlyList<AlertPost> Posts => [.. Channel.Posts.OfType<AlertPost>()];

    public static async Task<AlertDesk> OpenAsync(DeskList? desks = null, AlertOptions? options = null, TestState? state = null)
    {
        var clock = new SettableClock(Start);
        var desk = new AlertDesk(
            await TestArchive.OfAsync(clock, null),
            clock,
            desks ?? DeskList.None,
            options ?? new AlertOptions(),
            state ?? TestState.InFile(isDurable: false)
        );
        await desk.RestartAsync();
        return desk;
    }

    /// <summary>Begins again as a host that was killed does.</summary>
    public async Task RestartAsync()
    {
        if (database is not null)
            await CloseAsync();
        database = state.Open(SubscriptionStore.Schema, AlertStore.Schema, AuditTable.Schema);
        audit = new AuditLog(database, new AuditOptions(), Clock);
        Store = new AlertStore(database);
        var links = new ArticleLinks(new Uri("http://newsbot.test/"));
        var writer = new DigestWriter(archive.Archive, links);
        commands = new AlertCommands(
            Store,
            new SubscriptionStore(database),
            new DigestNews(archive.Archive, writer, new DigestCorrections(archive.Archive, links)),
            options,
            Clock,
            audit
        );
        newsroom = new NewsroomService(
            archive.Archive,
            archive.Kernel,
            links,
            writer,
            new TimelineWriter(archive.Archive, links),
            alerts: commands
        )
        {
            Desks = desks,
        };
        host = new AlertDelivery(
            Store,
            new SubscriptionStore(database),
            [Channel],
            archive.Archive,
            links,
            archive.Kernel.AskAsync,
            Clock,
            options,
            new DeliveryOptions { MaxParallel = 1 },
            () => desks
        );
    }

    public Task<string> SayAsync(string words, string conversation = "room", bool mayManage = true, ReaderPlace? place = null) =>
        commands.AnswerAsync(
            new SubscriptionRequest
            {
                Channel = "teams",
                Reader = place ?? new ReaderPlace(conversation, Person: "someone"),
                MayManage = mayManage,
                Words = words,
                Syntax = AlertSyntax.Message,
            },
            TestContext.Current.CancellationToken
        );

    /// <summary>Presses the button that follows the story of an article.</summary>
    public Task<string> FollowAsync(string source, string conversation = "room", bool mayManage = true) =>
        newsroom.FollowAsync(
            new SubscriptionRequest
            {
                Channel = "teams",
                Reader = new ReaderPlace(conversation, Person: "someone"),
                MayManage = mayManage,
                Words = "",
                Syntax = AlertSyntax.Message,
            },
            source,
            TestContext.Current.CancellationToken
        );

    /// <summary>Returns the keys of the posts of an alert that were given up without knowing whether they arrived.</summary>
    public async Task<IReadOnlySet<string>> UnknownAsync(long alert) =>
        (await new SubscriptionStore(database).HistoryAsync(alert, 10_000, TestContext.Current.CancellationToken))
            .Where(note => note.Outcome == DeliveryOutcome.Unknown)
            .Select(note => string.Create(CultureInfo.InvariantCulture, $"{alert}-{note.Day:yyyyMMdd}"))
            .ToHashSet();

    /// <summary>Puts articles into the archive, without letting the host look.</summary>
    public Task PutAsync(params Article[] articles) => archive.Store.PutAsync(articles, null, TestContext.Current.CancellationToken);

    /// <summary>Shows the digest of the day in a conversation.</summary>
    public async Task<Digest> ShowDigestAsync(string conversation = "room")
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var digest = await archive.Newsroom.DigestAsync(
            new DigestRequest { Date = DateOnly.FromDateTime(Clock.Now.UtcDateTime), Desk = null },
            cancellationToken
        );
        await new SubscriptionStore(database).ShowAsync("teams", conversation, digest!, cancellationToken);
        return digest!;
    }

    /// <summary>Withdraws an article.</summary>
    public Task WithdrawAsync(string source) =>
        archive.Store.RuleAsync(new Ruling(source, true, Clock.Now, "ed", null), TestContext.Current.CancellationToken);

    /// <summary>Lets some time go by, and the host look.</summary>
    public async Task<IReadOnlyList<DeliveryNote>> RunAsync(TimeSpan later = default)
    {
        Clock.Now += later == default ? TimeSpan.FromSeconds(1) : later;
        return await host.RunOnceAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets articles arrive, and the host look.</summary>
    public async Task ArriveAsync(params Article[] articles)
    {
        await PutAsync(articles);
        await RunAsync();
    }

    /// <summary>An article of today.</summary>
    public Article Report(string source, string headline, string text, string? outlet = "Reuters") =>
        Some.Article(source, text, headline) with
        {
            Published = Clock.Now.AddMinutes(-5),
            Outlet = outlet,
        };

    /// <summary>Returns what the audit log has of alerts, oldest first; nothing is recorded after that.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditedAsync()
    {
        await audit.DisposeAsync();
        var entries = await database.ReadAsync(
            db => AuditTable.Read(db, DateTimeOffset.UnixEpoch, null, long.MaxValue, 100),
            TestContext.Current.CancellationToken
        );
        return [.. entries.Reverse()];
    }

    private async Task CloseAsync()
    {
        newsroom.Dispose();
        await audit.DisposeAsync();
        await database.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await archive.DisposeAsync();
        state.Dispose();
    }
}
