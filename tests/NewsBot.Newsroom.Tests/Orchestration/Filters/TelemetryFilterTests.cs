using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Orchestration.Filters;

public sealed class TelemetryFilterTests : IDisposable
{
    private const string Source = "NewsBot.Newsroom";

    private static readonly QuestionRequest Question = new()
    {
        Text = "What rose over the secret harbour?",
        Desk = null,
        AskedBy = new AuditActor(AuditActor.Api, "api:1", "harbour desk"),
    };

    private readonly ConcurrentQueue<Activity> activities = new();
    private readonly ConcurrentQueue<Dictionary<string, object?>> durations = new();
    private readonly ActivityListener listener;
    private readonly MeterListener meter = new();
    private readonly string composer = $"model-{Guid.NewGuid():N}";

    // Other tests ask questions meanwhile: what is looked at here hangs below an activity of the test's own.
    private readonly Activity root = new("test");

    public TelemetryFilterTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (IsOfThisTest(activity))
                    activities.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        meter.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == Source)
                listening.EnableMeasurementEvents(instrument);
        };
        meter.SetMeasurementEventCallback<double>(
            (_, _, tags, _) =>
            {
                if (IsOfThisTest(Activity.Current))
                    durations.Enqueue(tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value));
            }
        );
        meter.Start();
    }

    private bool IsOfThisTest(Activity? activity) => root.RootId is { } id && activity?.RootId == id;

    public void Dispose()
    {
        root.Dispose();
        listener.Dispose();
        meter.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_IsTraced_AndMeasured_WithoutAWordOfIt(bool isStreamed)
    {
        root.Start();
        var filtered = new FilteredAnswer(new TelemetryFilter(), _ => SomeAnswer.Grounded(composer));

        if (isStreamed)
            await filtered.StepsAsync(Question);
        else
            await filtered.AskAsync(Question);

        var activity = Assert.Single(activities);
        Assert.Equal(
            ("answer", "api", "Answered", "model", 1),
            (
                activity.OperationName,
                activity.GetTagItem("newsbot.channel"),
                activity.GetTagItem("newsbot.outcome"),
                activity.GetTagItem("newsbot.composer"),
                activity.GetTagItem("newsbot.citations")
            )
        );
        Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("harbour", StringComparison.Ordinal));
        var duration = Assert.Single(durations);
        Assert.Equal(
            ("api", "Answered", "model"),
            (duration["newsbot.channel"], duration["newsbot.outcome"], duration["newsbot.composer"])
        );
    }

    [Fact]
    public async Task Step_HasTheChannelOfItsQuestion()
    {
        root.Start();
        var filtered = new FilteredAnswer(
            new TelemetryFilter(),
            _ =>
            {
                AnswerTelemetry.Step("retrieve")?.Dispose();
                return SomeAnswer.Grounded(composer);
            }
        );

        await filtered.AskAsync(Question);
        await filtered.AskAsync(Question with { AskedBy = null });

        Assert.Equal(
            [
                ("retrieve", "api"),
                ("retrieve", "api"),
                ("answer", "api"),
                ("retrieve", "program"),
                ("retrieve", "program"),
                ("answer", "program"),
            ],
            activities.Select(activity => (activity.OperationName, activity.GetTagItem("newsbot.channel")?.ToString()))
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_IsTracedAsOne_AndComesOut(bool isStreamed)
    {
        root.Start();
        var filtered = new FilteredAnswer(new TelemetryFilter(), _ => throw new IOException("the secret harbour"));

        await Assert.ThrowsAsync<IOException>(() => isStreamed ? filtered.StepsAsync(Question) : filtered.AskAsync(Question));

        var activity = Assert.Single(activities);
        Assert.Equal((ActivityStatusCode.Error, "IOException"), (activity.Status, activity.GetTagItem("error.type")));
        Assert.DoesNotContain(activity.TagObjects, tag => $"{tag.Value}".Contains("harbour", StringComparison.Ordinal));
        Assert.Equal("IOException", Assert.Single(durations)["error.type"]);
    }
}
