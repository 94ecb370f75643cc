using System.Globalization;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.TestSupport;
using NodaTime;

namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>
/// Subscriptions in all time zones, a host that crashes at any point of a delivery and comes back hours later, a network that loses posts
/// and answers, and a clock that somebody sets.
/// </summary>
internal sealed class SimulatedYear(int subscriptions, DateTimeOffset start, TimeSpan length, int seed) : IAsyncDisposable
{
    private static readonly TimeSpan LongestOutage = TimeSpan.FromHours(2.5);

    private readonly TemporaryFolder folder = new();

    // The host goes by a clock that is set now and then; a service has its own, which is right.
    private readonly SettableClock trueClock = new(start);
    private readonly Random random = new(seed);
    private readonly List<Subscription> stored = [];
    private SettableClock clock = null!;
    private ScriptedChannel[] channels = [];
    private StateDatabase? database;
    private SubscriptionStore store = null!;
    private DigestDelivery host = null!;

    public int Crashes { get; private set; }

    public int ClockJumps { get; private set; }

    public async Task<SimulationCounts> RunAsync(CancellationToken cancellationToken)
    {
        clock = new SettableClock(start, trueClock);
        channels =
        [
            new("keyless", TimeSpan.Zero, trueClock) { Script = _ => Fate(), KeepsPosts = false },
            new("nonce", TimeSpan.FromMinutes(10), trueClock) { Script = _ => Fate(), KeepsPosts = false },
        ];
        await StartAsync();
        await SubscribeAsync(cancellationToken);
        var end = start + length;
        while (await store.NextWakeAsync(SubscriptionKind.Digest, cancellationToken) is { } wake && wake < end)
        {
            if (wake > clock.Now)
                Pass(wake - clock.Now);
            // A clock ticks every minute, not at the due instant.
            Pass(TimeSpan.FromSeconds(random.Next(60)));
            if (random.Next(2000) == 0)
                SetClock();
            try
            {
                await host.RunDueAsync(cancellationToken);
            }
            catch (SimulatedCrash)
            {
                Crashes++;
                Pass(TimeSpan.FromTicks((long)(LongestOutage.Ticks * Math.Pow(random.NextDouble(), 4))));
                await StartAsync();
            }
        }

        return await CountAsync(end, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        folder.Dispose();
    }

    private Happening Fate()
    {
        // A crash every day or two, however many subscriptions there are: outages one upon the other would last longer than a digest waits.
        if (random.Next(subscriptions) == 0)
            return random.Next(2) == 0 ? Happening.CrashesFirst : Happening.ArrivesBeforeTheCrash;
        return random.Next(400) switch
        {
            < 20 => Happening.IsNotTaken,
            < 22 => Happening.GetsLost,
            < 24 => Happening.ArrivesUnnoticed,
            _ => Happening.Arrives,
        };
    }

    private void Pass(TimeSpan time)
    {
        clock.Now += time;
        trueClock.Now += time;
    }

    private void SetClock()
    {
        ClockJumps++;
        clock.Now += TimeSpan.FromMinutes(random.Next(-90, 90));
    }

    private async Task StartAsync()
    {
        if (database is not null)
            await database.DisposeAsync();
        database = StateDatabase.Open(folder[StateDatabase.FileName], [SubscriptionStore.Schema], isDurable: false);
        store = new SubscriptionStore(database);
        host = new DigestDelivery(store, channels, new ScriptedNews(), clock, new DeliveryOptions { MaxParallel = 1 });
    }

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        string[] zones = [.. DateTimeZoneProviders.Tzdb.Ids];
        for (var i = 0; i < subscriptions; i++)
        {
            // Every zone has its share; many of the times are those that clocks leave out or pass twice.
            var time = random.Next(3) == 0 ? new TimeOnly(random.Next(4), random.Next(60)) : new TimeOnly(random.Next(24), random.Next(60));
            var schedule = new DigestSchedule(time, zones[i % zones.Length], (DigestDays)random.Next(1, 128), null);
            var subscription = new Subscription
            {
                Channel = i % 2 == 0 ? "keyless" : "nonce",
                Conversation = i.ToString(CultureInfo.InvariantCulture),
                CreatedBy = "someone",
                Schedule = schedule,
            };
            stored.Add(await store.AddAsync(subscription, DueTimes.After(schedule, start), cancellationToken));
        }
    }

    private async Task<SimulationCounts> CountAsync(DateTimeOffset end, CancellationToken cancellationToken)
    {
        var counts = new SimulationCounts { Crashes = Crashes, ClockJumps = ClockJumps };
        foreach (var subscription in stored)
        {
            var arrivals = channels.Single(channel => channel.Name == subscription.Channel).Arrivals;
            var history = (await store.HistoryAsync(subscription.Id, 1000, cancellationToken)).ToDictionary(note => note.Day);
            foreach (var day in DaysOf(subscription.Schedule, end))
            {
                counts.Due++;
                var arrived = arrivals.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{subscription.Id}-{day:yyyyMMdd}"));
                if (!history.Remove(day, out var note))
                    counts.WithoutRecord++;
                else
                    counts.Add(note, arrived);
            }

            // What is left began near the end of the time, or should not be there at all.
            counts.NotDue += history.Keys.Count(day => !IsNear(day, end) && !IsNear(day, start));
        }

        return counts;
    }

    // Straight from the calendar: each day of the week that was asked for, from the second day on, if the zone has the day.
    private IEnumerable<DateOnly> DaysOf(DigestSchedule schedule, DateTimeOffset end)
    {
        var zone = DateTimeZoneProviders.Tzdb[schedule.Zone];
        for (var day = DateOnly.FromDateTime(start.UtcDateTime).AddDays(2); !IsNear(day, end); day = day.AddDays(1))
        {
            var bit = day.DayOfWeek == DayOfWeek.Sunday ? 64 : 1 << ((int)day.DayOfWeek - 1);
            if (((int)schedule.Days & bit) != 0 && zone.AtStartOfDay(LocalDate.FromDateOnly(day)).Date == LocalDate.FromDateOnly(day))
                yield return day;
        }
    }

    private static bool IsNear(DateOnly day, DateTimeOffset time) =>
        Math.Abs(day.DayNumber - DateOnly.FromDateTime(time.UtcDateTime).DayNumber) <= 2;
}
