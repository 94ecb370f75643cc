using NewsBot.Discord.Wire;
using NewsBot.Newsroom;

namespace NewsBot.Discord.Turns;

/// <summary>
/// Adds follow-up questions below an answer that people are already reading: an answer never waits for them, and is complete without them.
/// Thread-safe.
/// </summary>
internal sealed class SuggestedQuestions(INewsroom newsroom, KeptReplies replies) : IDisposable
{
    /// <summary>
    /// Specifies how many answers may wait. When more wait, people ask faster than questions are found: answers come first.
    /// </summary>
    private const int MostWaiting = 10;

    // One at a time: each costs as much as several answers.
    private readonly SemaphoreSlim turn = new(1, 1);
    private int waiting;

    /// <summary>Finds questions, and adds them.</summary>
    /// <param name="answered">The answer.</param>
    /// <param name="edit">Adds buttons below it; called once at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddAsync(
        AnsweredQuestion answered,
        Func<OutgoingMessage, CancellationToken, Task> edit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
                return;
            await turn.WaitAsync(cancellationToken);
            try
            {
                var questions = await newsroom.SuggestQuestionsAsync(answered.Answer, answered.Rights, cancellationToken);
                if (
                    questions.Count > 0
                    && await replies.SuggestAsync(answered.Kept, questions, answered.Rights, cancellationToken) is { } buttons
                )
                    await edit(buttons, cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => turn.Dispose();
}
