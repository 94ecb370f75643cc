using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Access;
using NewsBot.Newsroom.Desks;
using NewsBot.SignIn;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Opening;

/// <summary>Two hosts with one PostgreSQL: what one is told, the other knows.</summary>
public sealed class SharedStateTests : IAsyncDisposable
{
    private static readonly string[] Articles =
    [
        """{"source":"mill.txt","headline":"Mill","text":"Mayor Jones opened the old mill in Leeds on Monday.","section":"local"}""",
    ];

    private readonly Task<string> database = Task.Run(async () => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
    private readonly List<TestHost> hosts = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task Key_MadeAtOneHost_OpensTheOther_UntilItIsRevokedThere()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        var (text, secret) = ApiKeyText.New();
        var key = new ApiKey(text.Id, "wire", AccessScope.Read | AccessScope.Ask, null, TimeProvider.System.GetUtcNow(), null, null);

        await one.Services.GetRequiredService<ApiKeys>().AddAsync(key, text, Cancel);
        var found = await other.Services.GetRequiredService<ApiKeys>().FindAsync(secret, Cancel);
        await other.Services.GetRequiredService<ApiKeys>().RevokeAsync("wire", Cancel);

        Assert.Equal("wire", found?.Name);
        Assert.Null(await one.Services.GetRequiredService<ApiKeys>().FindAsync(secret, Cancel));
    }

    [Fact]
    public async Task FollowUp_AtTheOtherHost_KnowsTheQuestionBefore()
    {
        var (one, other) = (await StartAsync(), await StartAsync());

        await AskAsync(one, "Who opened the mill?");
        var answer = await AskAsync(other, "And when?");

        Assert.Contains("on Monday", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_SetAtOneHost_HoldsAtTheOther_AtItsNextLook()
    {
        var (one, other) = (await StartAsync(), await StartAsync());
        var register = other.Services.GetRequiredService<DeskRegister>();

        await one
            .Services.GetRequiredService<DeskRegister>()
            .AssignAsync(new DeskAssignment("19:sports", false, "Sports", "dora", TimeProvider.System.GetUtcNow()), Cancel);
        await register.RefreshAsync(Cancel);

        Assert.Equal("Sports", register.Current.Of(new("19:sports"))?.Name);
        Assert.Contains(other.Services.GetServices<IHostedService>(), service => service is Delivering.DeskRefresh);
    }

    [Fact]
    public async Task KeysOfSessions_AreTheSame()
    {
        var (one, other) = (await StartAsync(), await StartAsync());

        new SharedKeyRing(one.Services.GetRequiredService<Newsroom.State.StateDatabase>()).StoreElement(new("key", "secret"), "first");

        Assert.Equal(
            ["<key>secret</key>"],
            new SharedKeyRing(other.Services.GetRequiredService<Newsroom.State.StateDatabase>())
                .GetAllElements()
                .Select(key => key.ToString())
        );
    }

    private async Task<TestHost> StartAsync()
    {
        var store = PostgresSettings.Of(await database);
        var host = await TestHost.StartAsync(
            Articles,
            settings =>
                settings with
                {
                    Store = store,
                    Digests = settings.Digests with { Desks = new DeskList([new() { Name = "Sports", Channels = [] }]) },
                },
            services => services.AddSingleton(SharedKeyRing.Schema)
        );
        hosts.Add(host);
        return host;
    }

    private static async Task<string> AskAsync(TestHost host, string question)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/ask", new { question, conversation = "c" }, Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}
