using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Connections;
using NewsBot.Newsroom.Models;
using NewsBot.Settings;
using NewsBot.Teams;
using NewsBot.Teams.Options;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Connections;

public sealed class ConnectionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.OK, null)]
    [InlineData(HttpStatusCode.NotFound, null)]
    [InlineData(HttpStatusCode.Unauthorized, "refuses the key; check Model:ApiKey")]
    [InlineData(HttpStatusCode.BadGateway, "answers 502; check Model:Endpoint")]
    public async Task Model_ThatAnswers_IsJudgedByItsStatus(HttpStatusCode status, string? says)
    {
        using var client = new HttpClient(new Scripted(_ => new HttpResponseMessage(status)));

        var problem = await new ModelCheck(Model(ModelProvider.OpenAI), client).ProblemAsync(Stop);

        if (says is null)
            Assert.Null(problem);
        else
            Assert.Contains(says, problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", problem ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, "http://model.test/v1/models", "Bearer s3cret")]
    [InlineData(ModelProvider.AzureOpenAI, "http://model.test/v1/openai/models?api-version=2024-10-21", "s3cret")]
    public async Task Model_IsAskedForItsModels_WithItsKey(ModelProvider provider, string address, string key)
    {
        HttpRequestMessage? asked = null;
        using var client = new HttpClient(
            new Scripted(request =>
            {
                asked = request;
                return new HttpResponseMessage(HttpStatusCode.OK);
            })
        );

        await new ModelCheck(Model(provider), client).ProblemAsync(Stop);

        Assert.Equal(address, asked!.RequestUri!.AbsoluteUri);
        Assert.Equal(
            key,
            provider == ModelProvider.OpenAI ? asked.Headers.Authorization!.ToString() : asked.Headers.GetValues("api-key").Single()
        );
    }

    [Fact]
    public async Task Model_ThatIsAway_IsNamed()
    {
        using var client = new HttpClient(new Scripted(_ => throw new HttpRequestException("Connection refused.")));

        var problem = await new ModelCheck(Model(ModelProvider.OpenAI), client).ProblemAsync(Stop);

        Assert.Equal(
            "The language model cannot be reached (Connection refused); check Model:Endpoint. Until then answers are extractive.",
            problem
        );
    }

    [Fact]
    public async Task ServiceThatFails_IsLoggedOnce_AndInHealthUntilItIsOver()
    {
        var (check, log) = (new Switch(), new LogLines<ConnectionService>());
        await using var host = await TestHost.StartAsync([]);
        var problems = host.Services.GetRequiredService<HostProblems>();
        using var service = new ConnectionService([], problems, TimeProvider.System, log);

        var soon = await service.CheckAsync(check, Stop);
        await service.CheckAsync(check, Stop);
        var failing = await FailingAsync(host);
        check.Problem = null;
        var later = await service.CheckAsync(check, Stop);
        await service.CheckAsync(check, Stop);

        Assert.True(soon < later);
        Assert.Equal(["The oracle is silent."], failing);
        Assert.Empty(problems.All);
        Assert.Equal(["Warning: The oracle is silent.", "Information: Oracle works again"], log.Lines);
    }

    [Fact]
    public async Task CheckThatThrows_IsAProblem_AndTellsNoSecret()
    {
        using var client = new HttpClient(new Scripted(_ => new HttpResponseMessage(HttpStatusCode.OK)));
        var (problems, log) = (new HostProblems(), new LogLines<ConnectionService>());
        using var service = new ConnectionService([], problems, TimeProvider.System, log);

        await service.CheckAsync(new ModelCheck(Model(ModelProvider.AzureOpenAI) with { ApiKey = "s3\ncret" }, client), Stop);

        Assert.Equal(["The check of Model fails (FormatException); look at its settings."], problems.All);
    }

    [Fact]
    public async Task Teams_ThatGivesNoToken_IsNamedWithTheSettings_WithoutTheSecret()
    {
        await using var host = await TestHost.StartAsync(
            [],
            settings =>
                settings with
                {
                    Teams = settings.Teams with
                    {
                        AppId = Guid.NewGuid(),
                        AppPassword = "s3cret",
                        AppType = TeamsAppType.MultiTenant,
                        TokenUrl = new Uri("http://127.0.0.1:1/token"),
                    },
                }
        );

        var problem = await new TeamsCheck(host.Services.GetRequiredService<TeamsCredentials>()).ProblemAsync(Stop);

        Assert.StartsWith("Teams gives no token, so no answer can be sent there (", problem, StringComparison.Ordinal);
        Assert.EndsWith("); check Teams:AppId, Teams:AppPassword and Teams:TenantId.", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", problem, StringComparison.Ordinal);
    }

    private static ModelSettings Model(ModelProvider provider) =>
        new(new Uri("http://model.test/v1"), "s3cret", "small") { Provider = provider };

    private static async Task<string[]> FailingAsync(TestHost host)
    {
        var health = await host.Client.GetFromJsonAsync<JsonElement>("/health/ready", Stop);
        return [.. health.GetProperty("failing").EnumerateArray().Select(one => one.GetString()!)];
    }

    private sealed class Scripted(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }

    private sealed class Switch : IConnectionCheck
    {
        public string Name => "Oracle";

        public string? Problem { get; set; } = "The oracle is silent.";

        public Task<string?> ProblemAsync(CancellationToken cancellationToken) => Task.FromResult(Problem);
    }
}
