using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Answering;

/// <summary>One question as traces and metrics see it: how it ended, who wrote, how long it took. Never a text. For one question.</summary>
internal sealed class AnswerTelemetry
{
    /// <summary>Name of the newsroom's activity source and meter.</summary>
    public const string Name = "NewsBot.Newsroom";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("newsbot.answer.duration", "s", "Time from a question to its answer");

    private readonly Activity? activity = Activities.StartActivity("answer");
    private readonly long start = Stopwatch.GetTimestamp();

    private bool hasEnded;

    private AnswerTelemetry()
    {
    }

    /// <summary>Begins to watch a question.</summary>
    public static AnswerTelemetry Begin() => new();

    /// <summary>Notes the answer, unless a failure was noted; null: the reader left before there was one.</summary>
    public void End(Answer? answer)
    {
        if (hasEnded) return;
        hasEnded = true;
        var outcome = answer?.Outcome.ToString() ?? "Abandoned";
        var composer = answer is { IsWrittenByModel: true } ? "model" : Answer.Extractive;
        activity?.SetTag("newsbot.outcome", outcome).SetTag("newsbot.composer", composer).SetTag("newsbot.citations", answer?.Citations.Count ?? 0);
        activity?.Dispose();
        if (Duration.Enabled) Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("newsbot.outcome", outcome), new("newsbot.composer", composer));
    }

    /// <summary>Notes what went wrong instead: its kind, not its words.</summary>
    public void Fail(Exception failure)
    {
        hasEnded = true;
        var kind = failure.GetType().Name;
        activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", kind);
        activity?.Dispose();
        if (Duration.Enabled) Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("error.type", kind));
    }
}
