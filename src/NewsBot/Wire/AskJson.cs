using System.ComponentModel.DataAnnotations;

namespace NewsBot.Wire;

/// <summary>Represents a question.</summary>
/// <remarks>It describes what is read. The reading itself goes property by property, so that it can say what is wrong with each.</remarks>
/// <param name="Question">The question, at most 2,000 characters; a longer or an empty one has the outcome <c>invalid</c>.</param>
/// <param name="Conversation">The caller's own name for the conversation that the question belongs to; null: for none.</param>
/// <param name="AsOf">The day (UTC) as of which the question is answered: articles published later are left out; null: none are.</param>
/// <param name="Desk">The desk with whose rights the question is answered; null: the caller's own.</param>
internal sealed record AskJson(
    string Question,
    [property: StringLength(AskJson.MaxConversationChars, MinimumLength = 1)] string? Conversation = null,
    DateOnly? AsOf = null,
    string? Desk = null
)
{
    /// <summary>Specifies the greatest length of the name of a conversation, in UTF-16 code units.</summary>
    public const int MaxConversationChars = 200;
}
