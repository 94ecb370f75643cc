using NewsBot.Teams.Facade;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Lays out the answer to <c>sources …</c> as a message.</summary>
internal static class SourcesMessage
{
    public static Activity Render(string query, IReadOnlyList<SourcePassage> passages)
    {
        var shown = SafeText.Markdown(WordCut.At(query, 200));
        if (passages.Count == 0)
            return AnswerMessage.Text($"No passage matches “{shown}”.");
        var message = AnswerMessage.Text(passages.Count == 1 ? $"One passage matches “{shown}”." : $"The {passages.Count} best passages for “{shown}”:");
        for (var count = passages.Count; count > 0; count--)
        {
            var full = message with { Attachments = [CardElements.Attach(PassagesCard.OfSearch(WordCut.At(query, 200), [.. passages.Take(count)]))] };
            if (MessageSize.Fits(full))
                return full;
        }

        return message;
    }
}
