using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>Extracts the meaning from a message's text.</summary>
internal static partial class MessageText
{
    /// <summary>
    /// Returns the text without the mentions of the bot and of people who are only addressed, with the names of the others, and with
    /// ordinary spaces.
    /// </summary>
    public static string Read(Activity activity)
    {
        var mentions = (activity.Entities ?? [])
            .Where(entity => entity is { Type: Entity.Mention, Text.Length: > 0 })
            .Select(mention => (mention.Text!, IsBot(mention, activity) ? "" : mention.Mentioned?.Name ?? Inner(mention.Text!)));
        var text = MentionTag().Replace(Addressees.Remove(activity.Text ?? "", [.. mentions]), "$1");
        if (activity.TextFormat is "html" or "xml")
            text = WebUtility.HtmlDecode(AnyTag().Replace(text, " "));
        else
            text = text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase);
        return Squeeze(text);
    }

    private static bool IsBot(Entity mention, Activity activity) => mention.Mentioned?.Id is { } id && id == activity.Recipient?.Id;

    private static string Inner(string mention) => MentionTag().Replace(mention, "$1");

    private static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || character is '\u200B' or '\uFEFF')
            {
                if (squeezed.Length > 0 && squeezed[^1] != ' ')
                    squeezed.Append(' ');
            }
            else if (!char.IsControl(character))
            {
                squeezed.Append(character);
            }
        }

        return squeezed.ToString().TrimEnd();
    }

    [GeneratedRegex("<at[^<>]*>([^<>]*)</at>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MentionTag();

    [GeneratedRegex("<[^<>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();
}
