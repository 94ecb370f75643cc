using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Paints the answer to <c>sources …</c> as a message.</summary>
internal static class SourcesMessage
{
    private const int MaxQueryChars = 200;

    public static Activity Render(string query, IReadOnlyList<ShownPassage> passages)
    {
        var shown = WordCut.At(query, MaxQueryChars);
        if (passages.Count == 0)
            return AnswerMessage.Plain($"No passage matches “{shown}”.");
        return AnswerMessage.Plain($"“{shown}”: {AnswerBlock.Found.CountOf(passages.Count)}") with
        {
            Attachments = [CardElements.Attach(PassagesCard.OfSearch(shown, passages))],
        };
    }
}
