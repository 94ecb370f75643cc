using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Answering;

/// <summary>Completes follow-ups from the previous question of their conversation. Thread-safe.</summary>
/// <param name="memory">The last question of each conversation; if null, follow-ups are not completed.</param>
internal sealed class FollowUps(ConversationMemory? memory)
{
    /// <summary>Completes a question.</summary>
    /// <returns>The complete question, and the previous question of the conversation; null if there is none.</returns>
    public async Task<(string Understood, string? Previous)> CompleteAsync(
        string? conversation,
        string text,
        CancellationToken cancellationToken
    )
    {
        if (conversation is null || memory is null)
            return (text, null);
        var previous = await memory.RecallAsync(conversation, cancellationToken).ConfigureAwait(false);
        var completed = previous is null ? text : FollowUp.Complete(text, previous);
        return (completed.Length <= QuestionRequest.MaxChars ? completed : text, previous);
    }

    /// <summary>Remembers a complete question as the last one of its conversation, and who asked it.</summary>
    public Task RememberAsync(string? conversation, string understood, string? person, CancellationToken cancellationToken) =>
        conversation is null || memory is null
            ? Task.CompletedTask
            : memory.RememberAsync(conversation, understood, cancellationToken, person);
}
