using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Paints questions that lead on from an answer: as a message of its own, since clients show no citations in a message with suggested
/// actions. Only personal chats show these.
/// </summary>
internal static class FollowUpMessage
{
    /// <summary>Returns the message.</summary>
    /// <param name="questions">At most three.</param>
    public static Activity Of(IReadOnlyList<string> questions) =>
        new()
        {
            Type = ActivityTypes.Message,
            TextFormat = "plain",
            Text = $"You could also ask: {string.Join(" · ", questions.Select(SafeText.Unlinked))}",
            SuggestedActions = new SuggestedActions
            {
                Actions = [.. questions.Select(question => new CardAction { Title = question, Value = question })],
            },
        };
}
