using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Answering;

/// <summary>Completes questions that lean on the one before them in their conversation. Thread-safe.</summary>
/// <param name="memory">Has the last question of each conversation; null: every question stands on its own.</param>
internal sealed class FollowUps(ConversationMemory? memory)
{
    /// <summary>Completes a question.</summary>
    /// <returns>The question as it stands alone, and the one before it in the conversation; null when there is none.</returns>
    public async Task<(string Understood, string? Previous)> CompleteAsync(string? conversation, string text, CancellationToken cancellationToken)
    {
        if (conversation is null || memory is null) return (text, null);
        var previous = await memory.RecallAsync(conversation, cancellationToken).ConfigureAwait(false);
        var completed = previous is null ? text : FollowUp.Complete(text, previous);
        return (completed.Length <= QuestionRequest.MaxChars ? completed : text, previous);
    }

    /// <summary>Makes a question, as it stands alone, the one that the next leans on.</summary>
    public Task RememberAsync(string? conversation, string understood, CancellationToken cancellationToken) =>
        conversation is null || memory is null ? Task.CompletedTask : memory.RememberAsync(conversation, understood, cancellationToken);
}
