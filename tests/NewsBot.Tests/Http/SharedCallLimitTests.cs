using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Delivering;
using NewsBot.Newsroom.Spending;
using NewsBot.Newsroom.State;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

/// <summary>The limit of one caller at several hosts with one PostgreSQL.</summary>
public sealed class SharedCallLimitTests : IAsyncDisposable
{
    private const int Limit = 60;

    private readonly Task<string> database = Task.Run(async () => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
    private readonly List<TestHost> hosts = [];
    private readonly FakeTime time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task Caller_WhoAsksBothHostsWithoutPause_GetsTheLimit_AndASecondsWorthMore()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        var admitted = 0;

        for (var half = 0; half < 20; half++)
        {
            foreach (var host in hosts)
            {
                while (await IsAdmittedAsync(host, "203.0.113.7"))
                    admitted++;
            }

            await ExchangeAsync(one);
            await ExchangeAsync(other);
            time.Advance(SharedSpending.Interval);
        }

        // A full bucket, what refills in ten seconds, and the other host's full bucket of the first second.
        Assert.InRange(admitted, Limit, Limit + 10 + Limit);
        for (var half = 0; half < 100; half++)
        {
            foreach (var host in hosts)
            {
                while (await IsAdmittedAsync(host, "203.0.113.7"))
                    admitted++;
            }

            await ExchangeAsync(one);
            await ExchangeAsync(other);
            time.Advance(SharedSpending.Interval);
        }

        // In the long run the surplus of the first second is repaid.
        Assert.InRange(admitted, Limit + 55, Limit + 60 + 2);
        Assert.True(await IsAdmittedAsync(one, "203.0.113.8"));
    }

    [Fact]
    public async Task HostThatStarts_RefillsNobody_AndCountsAloneWhileTheDatabaseIsAway()
    {
        var one = await StartAsync();
        for (var call = 0; call < Limit; call++)
            Assert.True(await IsAdmittedAsync(one, "203.0.113.7"));
        await ExchangeAsync(one);

        var next = await StartAsync();
        Assert.False(await IsAdmittedAsync(next, "203.0.113.7"));

        var state = next.Services.GetRequiredService<StateDatabase>();
        await state.WriteAsync(db => db.Run("ALTER TABLE spending RENAME TO away"), Stop);
        for (var call = 0; call < Limit; call++)
            Assert.True(await IsAdmittedAsync(next, "203.0.113.9"));
        Assert.False(await IsAdmittedAsync(next, "203.0.113.9"));
        await state.WriteAsync(db => db.Run("ALTER TABLE away RENAME TO spending"), Stop);
    }

    [Fact]
    public async Task Exchange_LogsOnce_ThatTheDatabaseIsAway_AndThatItIsBack()
    {
        var host = await StartAsync();
        var state = host.Services.GetRequiredService<StateDatabase>();
        var log = new LogLines<SpendingExchange>();
        var clock = new FakeTime();
        using var exchange = new SpendingExchange(host.Services.GetRequiredService<SharedSpending>(), clock, log);
        await exchange.StartAsync(Stop);
        await clock.TimerOfAsync(SharedSpending.Interval);
        await state.WriteAsync(db => db.Run("ALTER TABLE spending RENAME TO away"), Stop);

        clock.Advance(SharedSpending.Interval);
        await log.LineAsync(line => line.Contains("of this host alone", StringComparison.Ordinal));
        clock.Advance(SharedSpending.Interval);
        await state.WriteAsync(db => db.Run("ALTER TABLE away RENAME TO spending"), Stop);
        clock.Advance(SharedSpending.Interval);
        await log.LineAsync(line => line.Contains("over all hosts again", StringComparison.Ordinal));
        await exchange.StopAsync(Stop);

        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task Exchange_RunsWhereHostsShareADatabase_AndNowhereElse()
    {
        var shared = await StartAsync();
        await using var alone = await TestHost.StartAsync();

        Assert.Contains(shared.Services.GetServices<IHostedService>(), service => service is SpendingExchange);
        Assert.DoesNotContain(alone.Services.GetServices<IHostedService>(), service => service is SpendingExchange);
    }

    private static Task ExchangeAsync(TestHost host) => host.Services.GetRequiredService<SharedSpending>().ExchangeAsync(Stop);

    private static async Task<bool> IsAdmittedAsync(TestHost host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/nowhere");
        request.Headers.Add(TestPeer.Header, address);
        using var response = await host.Client.SendAsync(request, Stop);
        return response.StatusCode != HttpStatusCode.TooManyRequests;
    }

    private async Task<TestHost> StartAsync()
    {
        var store = PostgresSettings.Of(await database);
        var host = await TestHost.StartAsync(
            [],
            settings =>
                settings with
                {
                    Store = store,
                    Access = settings.Access with
                    {
                        AllowAnonymous = true,
                        Limits = settings.Access.Limits with { ReadsPerMinute = Limit },
                    },
                },
            services => services.AddSingleton<TimeProvider>(time)
        );
        hosts.Add(host);
        return host;
    }
}
