using System.Diagnostics;
using System.Diagnostics.Metrics;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Answering;

/// <summary>
/// Traces and measures one question: its channel, how it ended, who composed the answer and how long it took, but never its text. Use one
/// instance per question.
/// </summary>
internal sealed class AnswerTelemetry
{
    /// <summary>Specifies the name of the newsroom's activity source and meter.</summary>
    public const string Name = "NewsBot.Newsroom";

    private const string Channel = "newsbot.channel";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "newsbot.answer.duration",
        "s",
        "Time from a question to its answer"
    );

    private readonly Activity? activity = Activities.StartActivity("answer");
    private readonly long start = Stopwatch.GetTimestamp();

    private bool hasEnded;

    private readonly string channel;

    private AnswerTelemetry(string channel)
    {
        this.channel = channel;
        activity?.SetTag(Channel, channel);
    }

    /// <summary>Starts tracing a question and measuring its duration.</summary>
    /// <param name="channel">Where it was asked: a channel of <see cref="Audit.AuditActor"/>; null: the program itself asks.</param>
    public static AnswerTelemetry Begin(string? channel) => new(channel ?? "program");

    /// <summary>
    /// Starts tracing one step of an answer, with the channel of its question; dispose of it when the step ends. Null where nobody listens.
    /// </summary>
    public static Activity? Step(string name)
    {
        var channel = Activity.Current?.GetTagItem(Channel);
        return Activities.StartActivity(name)?.SetTag(Channel, channel);
    }

    /// <summary>
    /// Records the outcome, unless a failure or an outcome was recorded before. Null means that the reader left before there was an answer.
    /// </summary>
    public void End(Answer? answer)
    {
        if (hasEnded)
            return;
        hasEnded = true;
        var outcome = answer?.Outcome.ToString() ?? "Abandoned";
        var composer = answer is { IsWrittenByModel: true } ? "model" : Answer.Extractive;
        activity
            ?.SetTag("newsbot.outcome", outcome)
            .SetTag("newsbot.composer", composer)
            .SetTag("newsbot.citations", answer?.Citations.Count ?? 0);
        activity?.Dispose();
        if (Duration.Enabled)
            Duration.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds,
                new("newsbot.outcome", outcome),
                new("newsbot.composer", composer),
                new(Channel, channel)
            );
    }

    /// <summary>Records a failure by the type of the exception only: its message may contain text from the question.</summary>
    public void Fail(Exception failure)
    {
        hasEnded = true;
        var kind = failure.GetType().Name;
        activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", kind);
        activity?.Dispose();
        if (Duration.Enabled)
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new("error.type", kind), new(Channel, channel));
    }
}
