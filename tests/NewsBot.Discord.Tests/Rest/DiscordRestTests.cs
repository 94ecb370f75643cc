using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Discord.Options;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Transport;
using NewsBot.TestSupport;
using static NewsBot.Discord.Tests.Rest.ScriptedHandler;

namespace NewsBot.Discord.Tests.Rest;

public sealed class DiscordRestTests : IDisposable
{
    private readonly FakeTime time = new();
    private ScriptedHandler handler = new();
    private DiscordRest? rest;

    public void Dispose()
    {
        rest?.Dispose();
        handler.Dispose();
    }

    [Theory]
    [InlineData("user", "1")]
    [InlineData("shared", "1")]
    [InlineData("global", "1")]
    public async Task TooManyRequests_WithRetryAfter_IsSentAgainNotSooner(string scope, string seconds)
    {
        Script(Answer(429, $"{{\"retry_after\":{seconds},\"global\":false}}", ("X-RateLimit-Scope", scope)), Answer(200));

        var sent = Send("/a");
        await time.TimerOfAsync(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromMilliseconds(999));
        var before = handler.Requests.Count;
        time.Advance(TimeSpan.FromMilliseconds(1));
        var result = await sent;

        Assert.Equal(1, before);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Null(result.Failure);
    }

    [Fact]
    public async Task TooManyRequests_OfGlobalScope_HoldsOtherRoutesBack()
    {
        Script(Answer(429, "{\"retry_after\":5,\"global\":true}"), Answer(200));
        var limited = Send("/a");
        await time.TimerOfAsync(TimeSpan.FromSeconds(5));

        var other = Send("/b");

        Assert.Single(handler.Requests);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null((await limited).Failure);
        Assert.Null((await other).Failure);
    }

    [Fact]
    public async Task Bucket_WithNothingLeft_WaitsForItsReset()
    {
        Script(
            Answer(
                200,
                "{}",
                ("X-RateLimit-Limit", "1"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset-After", "3"),
                ("X-RateLimit-Bucket", "x")
            )
        );
        await Send("/a");

        var second = Send("/a");
        time.Advance(TimeSpan.FromSeconds(2.9));
        var before = handler.Requests.Count;
        time.Advance(TimeSpan.FromSeconds(0.2));
        await second;

        Assert.Equal(1, before);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Bucket_OfOtherChannel_IsCountedApart()
    {
        Script(
            Answer(
                200,
                "{}",
                ("X-RateLimit-Limit", "1"),
                ("X-RateLimit-Remaining", "0"),
                ("X-RateLimit-Reset-After", "3"),
                ("X-RateLimit-Bucket", "x")
            )
        );
        await Send("/a", major: "1");

        await Send("/a", major: "2");

        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Requests_MoreThanFiftyInASecond_Wait()
    {
        Script(Answer(200));

        var sent = Enumerable.Range(0, 60).Select(number => Send("/" + number)).ToList();
        var atOnce = handler.Requests.Count;
        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(sent).InTimeAsync();

        Assert.Equal(RateLimits.RequestsPerSecond, atOnce);
        Assert.Equal(60, handler.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Refusal_IsNotSentAgain(int status)
    {
        Script(Answer(status, "{\"code\":50001,\"message\":\"Missing Access\"}"));

        var result = await Send("/a");

        Assert.Equal(new DeliveryFailure(DeliveryFailureKind.Refused, status, 50001, $"{status} Missing Access"), result.Failure);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Unauthorized_ForTheBot_StopsAllFurtherRequests()
    {
        Script(Answer(401));

        await Send("/a");
        var second = await Send("/b");

        Assert.True(rest!.TokenRevoked.IsCancellationRequested);
        Assert.Equal(DeliveryFailureKind.TokenRevoked, second.Failure!.Kind);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Unauthorized_ForAnInteractionsToken_SaysNothingOfTheBotsToken()
    {
        Script(Answer(401, "{\"code\":50027,\"message\":\"Invalid Webhook Token\"}"));

        var result = await rest!.SendAsync(Request("/a") with { AsBot = false }, TestContext.Current.CancellationToken);

        Assert.True(result.Failure!.IsLostToken);
        Assert.False(rest.TokenRevoked.IsCancellationRequested);
    }

    [Fact]
    public async Task ServerError_IsSentAgainWithGrowingPauses()
    {
        Script(Answer(502, "<html>"), Answer(503), Answer(200));

        var sent = Send("/a");
        await PassAsync(TimeSpan.FromMilliseconds(400));
        await PassAsync(TimeSpan.FromMilliseconds(800));

        Assert.Null((await sent).Failure);
    }

    [Fact]
    public async Task Refusals_TooMany_StopSendingUntilTheyAreForgotten()
    {
        Script(Answer(403));
        for (var number = 0; number < InvalidRequestBudget.Limit; number++)
        {
            await Send("/" + number);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        var refused = await Send("/more");
        time.Advance(TimeSpan.FromMinutes(10));
        var later = await Send("/later");

        Assert.Equal(DeliveryFailureKind.BudgetSpent, refused.Failure!.Kind);
        Assert.Equal(DeliveryFailureKind.Refused, later.Failure!.Kind);
        Assert.Equal(InvalidRequestBudget.Limit + 1, handler.Requests.Count);
    }

    [Fact]
    public async Task WaitLongerThanTheRequestIsWorth_FailsAtItsDeadline()
    {
        Script(Answer(429, "{\"retry_after\":60}"));

        var sent = rest!.SendAsync(Request("/a") with { Deadline = TimeSpan.FromSeconds(3) }, TestContext.Current.CancellationToken);
        await time.TimerOfAsync(TimeSpan.FromSeconds(60));
        time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(DeliveryFailureKind.RateLimited, (await sent.InTimeAsync()).Failure!.Kind);
    }

    [Fact]
    public async Task AlreadyAcknowledged_AfterALostAnswer_IsASuccess()
    {
        Script(Answer(500), Answer(400, "{\"code\":40060}"));

        var sent = Send("/a");
        await PassAsync(TimeSpan.FromMilliseconds(400));

        Assert.Null((await sent).Failure);
    }

    private static RestRequest Request(string path, string major = "") =>
        new()
        {
            Method = HttpMethod.Get,
            Route = path,
            Path = path,
            Major = major,
            Deadline = TimeSpan.FromHours(1),
        };

    private void Script(params Func<HttpResponseMessage>[] answers)
    {
        handler = new ScriptedHandler(answers);
        rest = new DiscordRest(new DiscordOptions { Token = "secret", Jitter = () => 0 }, handler, time, NullLogger.Instance);
    }

    private Task<RestResult> Send(string path, string major = "") =>
        rest!.SendAsync(Request(path, major), TestContext.Current.CancellationToken).InTimeAsync(what: "the result of a request");

    /// <summary>Lets a pause pass once it has begun.</summary>
    private async Task PassAsync(TimeSpan pause)
    {
        await time.TimerOfAsync(pause);
        time.Advance(pause);
    }
}
