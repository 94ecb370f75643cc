using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport.Models;

namespace NewsBot.Tests.Pages;

public sealed class StreamedAnswerTests
{
    private const string Quote = "Putin was not in the Kremlin at the time of the alleged strike";

    [Fact]
    public async Task Statements_ComeOneByOne_AsEventsWithTheTurnSoFar()
    {
        await using var model = await ScriptedModelServer.StartAsync(call =>
            ModelReply.Statements(
                Cited(call, $"{Quote}."),
                Cited(call, "Putin was in the Kremlin <b>all day</b>."),
                Cited(call, "Putin was not in the Kremlin.")
            )
        );
        await using var host = await TestHost.StartAsync(adjust: settings =>
            settings with
            {
                Model = new ModelSettings(model.Endpoint, null, "scripted-1"),
            }
        );

        var response = await host.Client.GetAsync("/answer/stream?q=Where+was+Putin%3F&n=3", TestContext.Current.CancellationToken);
        var events = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(
            "\n\n",
            StringSplitOptions.RemoveEmptyEntries
        );

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("event: doing\n", events[0], StringComparison.Ordinal);
        Assert.StartsWith("event: part\n", events[1], StringComparison.Ordinal);
        Assert.StartsWith("event: turn\n", events[^1], StringComparison.Ordinal);
        Assert.Contains("Written by scripted-1", events[^1], StringComparison.Ordinal);
        Assert.Contains("id=\"t3-question\"", events[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(events, one => one.Contains("all day", StringComparison.Ordinal));
        Assert.All(events, one => Assert.All(one.Split('\n').Skip(1), line => Assert.StartsWith("data: ", line, StringComparison.Ordinal)));
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OffersTheStream_OnlyWhereAModelWrites()
    {
        await using var with = await TestHost.StartAsync(adjust: settings =>
            settings with
            {
                Model = new ModelSettings(new Uri("http://127.0.0.1:9/v1"), null, "none"),
            }
        );
        await using var without = await TestHost.StartAsync();

        Assert.Contains(
            "data-stream=\"/answer/stream\"",
            await with.Client.GetStringAsync("/", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "data-stream",
            await without.Client.GetStringAsync("/", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Stream_WithoutAModel_HasTheFinishedTurnAlone()
    {
        await using var host = await TestHost.StartAsync();

        var events = await host.Client.GetStringAsync("/answer/stream?q=Where+was+Putin%3F", TestContext.Current.CancellationToken);

        Assert.StartsWith("event: turn\n", events, StringComparison.Ordinal);
    }

    private static ScriptedStatement Cited(ModelCall call, string text) => new(text, new ScriptedCitation(call.IdOf(Quote) ?? "p1", Quote));
}
