using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Options;
using NewsBot.Teams.Proactive;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Delivery;

/// <summary>Quotas, retries and dead letters, with a clock that leaps over every wait.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new(Given.Morning, leapUpTo: TimeSpan.FromMinutes(59));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task HundredQuestions_InOneConversation_KeepQuotaAndOrder()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);

        for (var i = 0; i < 100; i++)
            using (await host.PostAsync(Activities.Message($"question {i}", id: $"q{i}"))) { }

        await host.WhenIdleAsync();
        Assert.Empty(host.Connector.Faults);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"q{i}"), host.Connector.Messages.Select(m => m.Target));
    }

    [Fact]
    public async Task Quota_IsKeptAcrossARestart()
    {
        var connector = new ScriptedConnector(_time);
        await using (var first = await TeamsHost.StartAsync(_folder, connector: connector, time: _time))
        {
            for (var i = 0; i < 30; i++)
                await first.PostAndSettleAsync(Activities.Message());
        }

        await using var second = await TeamsHost.StartAsync(_folder, connector: connector, time: _time);
        for (var i = 0; i < 60; i++)
            using (await second.PostAsync(Activities.Message())) { }

        await second.WhenIdleAsync();
        Assert.Equal(90, connector.Messages.Count);
        Assert.Empty(connector.Faults);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(412, false)]
    [InlineData(502, false)]
    [InlineData(504, false)]
    [InlineData(503, false)]
    [InlineData(0, false)]
    public async Task PassingFailure_IsRetried_UntilDelivered(int status, bool taken)
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        var failures = 0;
        host.Connector.Script = (body, _) =>
            body.GetProperty("type").GetString() == "message" && failures++ < 2 ? new ConnectorAnswer(status, taken) : ConnectorAnswer.Ok;

        using var response = await host.PostAndSettleAsync(Activities.Message());

        Assert.Single(host.Connector.Messages);
        var tries = host.Connector.Calls.Where(c => c.Type == "message").Select(c => c.At).ToList();
        Assert.Equal(3, tries.Count);
        Assert.All(
            tries.Zip(tries.Skip(1), (a, b) => b - a),
            wait => Assert.InRange(wait, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20))
        );
        Assert.Empty(await host.Store.ReadDeadLettersAsync(10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RetryAfter_IsHonoured()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        var failures = 0;
        host.Connector.Script = (body, _) =>
            body.GetProperty("type").GetString() == "message" && failures++ < 1
                ? ConnectorAnswer.TooMany(TimeSpan.FromSeconds(90))
                : ConnectorAnswer.Ok;

        using var response = await host.PostAndSettleAsync(Activities.Message());

        var tries = host.Connector.Calls.Where(c => c.Type == "message").Select(c => c.At).ToList();
        Assert.Equal(2, tries.Count);
        Assert.True(tries[1] - tries[0] >= TimeSpan.FromSeconds(90), $"waited {tries[1] - tries[0]}");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Refusal_IsNotRetried_AndBecomesADeadLetterWithReason(int status)
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Connector.Script = (_, _) => new ConnectorAnswer(status, false);

        using var response = await host.PostAndSettleAsync(Activities.Message());

        Assert.Single(host.Connector.Calls, c => c.Type == "message");
        var dead = Assert.Single(await host.Store.ReadDeadLettersAsync(10, TestContext.Current.CancellationToken));
        Assert.StartsWith($"{status} ", dead.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedAnswer_IsDeliveredOnce_WhenStaffTryItAgain()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Connector.Script = (_, _) => new ConnectorAnswer(403, false);
        using var response = await host.PostAndSettleAsync(Activities.Message());
        var letters = host.Services.GetRequiredService<TeamsDeadLetters>();
        var letter = Assert.Single(await letters.ReadAsync(10, stop));

        host.Connector.Script = (_, _) => ConnectorAnswer.Ok;
        var conversation = await letters.RetryAsync(letter.Post, stop);
        await host.WhenIdleAsync();
        var again = await letters.RetryAsync(letter.Post, stop);
        await host.WhenIdleAsync();

        Assert.True(letter.MayBeRetried);
        Assert.Equal((letter.Conversation, null), (conversation, again));
        Assert.Single(host.Connector.Messages);
        Assert.Empty(await letters.ReadAsync(10, stop));
    }

    [Theory]
    [InlineData(6_000)]
    [InlineData(2_500)]
    public async Task AnswerThatTeamsFindsTooLarge_IsShortenedAndSent(int maxChars)
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Newsroom.Answer = request => Task.FromResult(LongAnswer(request.Text));
        host.Connector.Script = (body, _) => body.GetRawText().Length > maxChars ? new ConnectorAnswer(413, false) : ConnectorAnswer.Ok;

        using var response = await host.PostAndSettleAsync(Activities.Message());

        var message = Assert.Single(host.Connector.Messages);
        Assert.Contains("Statement 1:", message.Text("text"), StringComparison.Ordinal);
        Assert.Contains("\n\n… (shortened)\n\n**Sources**\n\n[1] ", message.Text("text"), StringComparison.Ordinal);
        Assert.Empty(host.Connector.Faults);
        Assert.Empty(await host.Store.ReadDeadLettersAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await host.Store.CountAsync(TestContext.Current.CancellationToken)).UncertainTries);
    }

    [Fact]
    public async Task AnswerThatIsShortened_IsSentInTheOrderOfTheQuestions_AndFoundByItsMessage()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Newsroom.Answer = request => Task.FromResult(request.Text == "long" ? LongAnswer(request.Text) : Given.Answer(request.Text));
        host.Connector.Script = (body, _) => body.GetRawText().Length > 5_000 ? new ConnectorAnswer(413, false) : ConnectorAnswer.Ok;

        using var first = await host.PostAsync(Activities.Message("long", id: "q1"));
        using var second = await host.PostAsync(Activities.Message("short", id: "q2"));
        await host.WhenIdleAsync();

        Assert.Equal(["q1", "q2"], host.Connector.Messages.Select(message => message.Target));
        var answer = await host.Store.FindAnswerInAsync("chat-1", host.Connector.Messages[0].Id, TestContext.Current.CancellationToken);
        Assert.Equal("long", answer!.Question);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Message_ThatIsTooLargeInEveryForm_EndsAsDeadLetter()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Newsroom.Answer = request => Task.FromResult(LongAnswer(request.Text));
        host.Connector.Script = (_, _) => new ConnectorAnswer(413, false);

        using var response = await host.PostAndSettleAsync(Activities.Message());

        var sizes = host.Connector.Calls.Where(c => c.Type == "message").Select(c => c.Body.GetRawText().Length).ToList();
        Assert.InRange(sizes.Count, 3, RetrySchedule.MaxTries);
        Assert.Equal(sizes.OrderDescending().Distinct(), sizes);
        var dead = Assert.Single(await host.Store.ReadDeadLettersAsync(10, TestContext.Current.CancellationToken));
        Assert.StartsWith("413 ", dead.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LargestAnswer_IsWithinTheLimitBeforeItIsSent()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        var headline = new string('\u0416', 11_000) + ".";
        var statement = string.Concat(Enumerable.Repeat("**word** ", 600));
        host.Newsroom.Answer = request =>
            Task.FromResult(
                Given.Answer(request.Text, [.. Enumerable.Range(1, 10).Select(n => Given.Citation(n, $"{n} {statement}", headline))])
            );

        using var response = await host.PostAndSettleAsync(Activities.Message());

        Assert.Single(host.Connector.Messages);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task EndlessFailure_EndsAsDeadLetter_AndDoesNotHoldUpLaterAnswersForLong()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        host.Connector.Script = (body, _) =>
            body.GetProperty("type").GetString() == "message" && body.GetProperty("replyToId").GetString() == "bad"
                ? ConnectorAnswer.BadGateway
                : ConnectorAnswer.Ok;

        using var bad = await host.PostAsync(Activities.Message(id: "bad"));
        using var good = await host.PostAsync(Activities.Message(id: "good"));
        await host.WhenIdleAsync();

        var calls = host.Connector.Calls.Where(c => c.Type == "message").ToList();
        Assert.Equal(RetrySchedule.MaxTries, calls.Count(c => c.Target == "bad"));
        Assert.Equal("good", Assert.Single(host.Connector.Messages).Target);
        Assert.Equal(RetrySchedule.TriesInARow, calls.TakeWhile(c => c.Target == "bad").Count());
        Assert.Equal(
            RetrySchedule.MaxTries,
            Assert.Single(await host.Store.ReadDeadLettersAsync(10, TestContext.Current.CancellationToken)).Tries
        );
    }

    [Fact]
    public async Task PostOfUnknownFate_IsSentAgain_AndCounted()
    {
        await using var host = await TeamsHost.StartAsync(_folder, time: _time);
        var failures = 0;
        host.Connector.Script = (body, _) =>
            body.GetProperty("type").GetString() == "message" && failures++ < 1 ? ConnectorAnswer.DroppedAfter : ConnectorAnswer.Ok;

        using var response = await host.PostAndSettleAsync(Activities.Message());

        Assert.Equal(2, host.Connector.Messages.Count);
        Assert.Equal(1, (await host.Store.CountAsync(TestContext.Current.CancellationToken)).UncertainTries);
    }

    [Fact]
    public async Task RefusedToken_IsRenewedAtOnce()
    {
        var token = 0;
        var connector = new ScriptedConnector(_time);
        connector.Serve(TokenForge.MetadataUrl, () => TokenForge.Metadata);
        connector.Serve(TokenForge.KeysUrl, () => TokenForge.Keys());
        connector.Serve("https://login.example.test/token", () => $$"""{"access_token":"token-{{++token}}","expires_in":3600}""");
        connector.Script = (_, _) => token < 2 ? new ConnectorAnswer(401, false) : ConnectorAnswer.Ok;
        await using var host = await TeamsHost.StartAsync(
            _folder,
            new TeamsOptions
            {
                AppId = TokenForge.AppId,
                AppPassword = "secret",
                TenantId = "tenant-1",
                OpenIdMetadataUrl = new Uri(TokenForge.MetadataUrl),
                TokenUrl = new Uri("https://login.example.test/token"),
            },
            connector: connector,
            time: _time
        );
        var forge = new TokenForge(Given.Morning);

        using var response = await host.PostAsync(
            Activities.Message().With("serviceUrl", TokenForge.ServiceUrl),
            request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + forge.Good())
        );
        await host.WhenIdleAsync();

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("Bearer token-2", Assert.Single(connector.Messages).Authorization);
        Assert.Equal(2, token);
    }

    private static Answer LongAnswer(string question)
    {
        var text = string.Concat(Enumerable.Repeat("This is a sentence of the article. ", 30)).Trim();
        return Given.Answer(question, [.. Enumerable.Range(1, 8).Select(n => Given.Citation(n, $"Statement {n}: {text}"))]);
    }
}
