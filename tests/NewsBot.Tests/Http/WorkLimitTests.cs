using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

/// <summary>The limit of work in flight, as a program meets it over a real port.</summary>
public sealed class WorkLimitTests
{
    private readonly FakeTime time = new();
    private readonly TaskCompletionSource began = new();
    private readonly TaskCompletionSource ends = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_WhereNoneMayWait_Gets503WithRetryAfter_UntilThereIsRoom()
    {
        await using var host = await ListenAsync(limits => limits with { QuestionsWaiting = 0 });
        var first = AskAsync(host);
        await began.Task.InTimeAsync();

        using var refused = await AskAsync(host);
        using var read = await host.Client.GetAsync("/api/sources?q=library", Stop);
        ends.SetResult();
        using var answered = await first;
        using var later = await AskAsync(host);

        await AssertRefusedAsync(refused);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (read.StatusCode, answered.StatusCode, later.StatusCode));
    }

    [Fact]
    public async Task Question_ThatWaitsTooLong_Gets503WithRetryAfter()
    {
        // Nothing else waits for as long, so the clock tells when the question waits.
        var longest = TimeSpan.FromSeconds(7.25);
        await using var host = await ListenAsync(limits => limits with { LongestWait = longest });
        var first = AskAsync(host);
        await began.Task.InTimeAsync();

        var waiting = AskAsync(host);
        await time.TimerOfAsync(longest);
        time.Advance(longest);
        using var refused = await waiting;
        ends.SetResult();
        using var answered = await first;

        await AssertRefusedAsync(refused);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Question_ThatWaitsForItsTurn_IsAnswered()
    {
        await using var host = await ListenAsync(limits => limits);
        var first = AskAsync(host);
        await began.Task.InTimeAsync();

        var waiting = AskAsync(host);
        ends.SetResult();
        using var one = await first;
        using var other = await waiting;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (one.StatusCode, other.StatusCode));
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage refused)
    {
        Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter?.Delta);
        await AssertProblem.IsAsync(refused, 503);
    }

    private static Task<HttpResponseMessage> AskAsync(TestHost host) =>
        host.Client.PostAsJsonAsync("/api/ask", new { question = "Where did a library open?" }, Stop);

    /// <summary>Starts a host that answers one question at a time, the first not before the test lets it.</summary>
    private Task<TestHost> ListenAsync(Func<LimitSettings, LimitSettings> adjust) =>
        TestHost.ListenAsync(
            [Some.ArticleLine("library.txt", "A library opened in York on Monday.")],
            settings =>
                settings with
                {
                    Access = settings.Access with { Limits = adjust(settings.Access.Limits with { QuestionsAtOnce = 1 }) },
                },
            services =>
            {
                var real = services.Last(one => one.ServiceType == typeof(INewsroom)).ImplementationFactory!;
                services.AddSingleton<TimeProvider>(time);
                services.AddSingleton(provider => HeldNewsroom.Over((INewsroom)real(provider), began, ends.Task));
            }
        );

    /// <summary>Answers questions once it may.</summary>
#pragma warning disable CA1852 // The runtime derives the proxy from it.
    private class HeldNewsroom : DispatchProxy
#pragma warning restore CA1852
    {
        private INewsroom real = null!;
        private TaskCompletionSource began = null!;
        private Task ends = null!;

        public static INewsroom Over(INewsroom real, TaskCompletionSource began, Task ends)
        {
            var newsroom = Create<INewsroom, HeldNewsroom>();
            var held = (HeldNewsroom)(object)newsroom;
            (held.real, held.began, held.ends) = (real, began, ends);
            return newsroom;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod!.Name == nameof(INewsroom.AskAsync) ? AskAsync(targetMethod, args) : targetMethod.Invoke(real, args);

        private async Task<Newsroom.Answers.Answer> AskAsync(MethodInfo method, object?[]? args)
        {
            began.TrySetResult();
            await ends;
            return await (Task<Newsroom.Answers.Answer>)method.Invoke(real, args)!;
        }
    }
}
