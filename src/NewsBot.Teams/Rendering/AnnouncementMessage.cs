using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Lays out an announcement as a message and as a card.</summary>
internal static class AnnouncementMessage
{
    public static Activity Render(TeamsAnnouncement announcement)
    {
        var text = new StringBuilder("**").Append(SafeText.Markdown(announcement.Title)).Append("**\n");
        foreach (var item in announcement.Items)
        {
            var line = $"- {SafeText.Markdown(item.Text)}{(SafeLink.Of(item.Link) is { } link ? $" [Read]({link})" : "")}";
            if (text.Length + line.Length > MessageSize.MaxTextChars)
            {
                text.Append("\n…");
                break;
            }

            text.Append('\n').Append(line);
        }

        return AnswerMessage.Text(text.ToString()) with { Summary = WordCut.At(SafeText.Plain(announcement.Title), 200) };
    }

    public static JsonObject Card(TeamsAnnouncement announcement) => CardElements.Card(
        [CardElements.Title(SafeText.Card(announcement.Title)), .. announcement.Items.Take(20).Select(Item)], []);

    private static JsonObject Item(AnnouncementItem item)
    {
        List<JsonNode?> parts = [CardElements.Text(SafeText.Card(WordCut.At(item.Text, 500)))];
        if (SafeLink.Of(item.Link) is { } link)
            parts.Add(CardElements.Buttons(CardElements.Open("Open the article", link)));
        return CardElements.Group(parts);
    }
}
