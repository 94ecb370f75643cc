using Microsoft.Extensions.Logging;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>
/// Shows an answer while it is written (Teams streaming: personal chats, cumulative text, about one request in 1.5 seconds, two minutes at
/// most). What cannot be shown is left out: the finished answer follows as a separate post in any case. Thread-safe.
/// </summary>
internal sealed class AnswerStreams(Notices notices, TimeProvider time, ILogger<AnswerStreams> log)
{
    private const int MaxInformativeChars = 500;
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(110);

    /// <summary>Follows the steps to their end.</summary>
    /// <returns>The answer, and the entity that makes its message the last of the stream; null when no stream is open.</returns>
    /// <exception cref="InvalidOperationException">The steps ended without an answer.</exception>
    public async Task<(Answer Answer, Entity? Ending)> RunAsync(
        TurnContext context,
        IAsyncEnumerable<AnswerStep> steps,
        CancellationToken cancellationToken
    )
    {
        var stream = new Stream(time.GetUtcNow());
        await foreach (var step in steps.WithCancellation(cancellationToken))
        {
            if (step.Finished is { } answer)
                return (
                    answer,
                    stream.IsOpen && time.GetUtcNow() - stream.Begun < Longest
                        ? new Entity
                        {
                            Type = Entity.StreamInfo,
                            StreamId = stream.Id,
                            StreamType = "final",
                        }
                        : null
                );
            await ShowAsync(context, stream, step, cancellationToken);
        }

        throw new InvalidOperationException("The newsroom's steps ended without an answer.");
    }

    private async Task ShowAsync(TurnContext context, Stream stream, AnswerStep step, CancellationToken cancellationToken)
    {
        var text = step.SoFar?.Text is { Length: > 0 } soFar ? SafeText.Markdown(soFar) : null;
        var informative =
            text is null && !stream.HasText && step.Doing is { Length: > 0 } doing
                ? WordCut.At(SafeText.Plain(doing), MaxInformativeChars)
                : null;
        var now = time.GetUtcNow();
        if ((text ?? informative) is not { } shown || stream.IsClosed || now - stream.Begun > Longest || now < stream.NextUpdate)
            return;

        var notice = new Activity
        {
            Type = ActivityTypes.Typing,
            Text = shown,
            Entities =
            [
                new Entity
                {
                    Type = Entity.StreamInfo,
                    StreamId = stream.Id,
                    StreamType = text is null ? "informative" : "streaming",
                    StreamSequence = stream.Sequence + 1,
                },
            ],
        };
        var result = await notices.SendAsync(context, notice, cancellationToken);
        stream.NextUpdate = time.GetUtcNow() + BetweenUpdates;
        if (result.Fate == DeliveryFate.Delivered && (stream.Id ?? result.Id) is { } id)
        {
            stream.Id = id;
            stream.Sequence++;
            stream.HasText |= text is not null;
        }
        else
        {
            // A rejection means that the reader pressed Stop or that time is up; after anything else the stream's state is unknown, too.
            stream.IsClosed = true;
            log.NoticeNotSent(result.Reason);
        }
    }

    private sealed class Stream(DateTimeOffset now)
    {
        public DateTimeOffset Begun { get; } = now;
        public DateTimeOffset NextUpdate { get; set; } = now;
        public string? Id { get; set; }
        public int Sequence { get; set; }
        public bool HasText { get; set; }
        public bool IsClosed { get; set; }
        public bool IsOpen => Id is not null && !IsClosed;
    }
}
