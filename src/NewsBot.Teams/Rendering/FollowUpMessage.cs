using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Renders follow-up questions as a separate message, because clients do not show citations in a message with suggested actions. Only
/// personal chats show these.
/// </summary>
internal static class FollowUpMessage
{
    /// <summary>
    /// Specifies the room for the questions in UTF-16 code units: clients show them side by side, and cut what does not fit.
    /// </summary>
    private const int MaxChars = 80;

    /// <summary>Returns the message, with as many of the questions as fit.</summary>
    /// <param name="questions">One to three.</param>
    public static Activity Of(IReadOnlyList<string> questions)
    {
        var chars = 0;
        string[] shown = [.. questions.TakeWhile((question, place) => (chars += question.Length) <= MaxChars || place == 0)];
        return new()
        {
            Type = ActivityTypes.Message,
            TextFormat = "plain",
            Text = $"You could also ask: {string.Join(" · ", shown.Select(SafeText.Unlinked))}",
            SuggestedActions = new SuggestedActions
            {
                Actions = [.. shown.Select(question => new CardAction { Title = question, Value = question })],
            },
        };
    }
}
