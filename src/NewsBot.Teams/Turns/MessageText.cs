using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>Reads what a person meant to say out of a message's text.</summary>
internal static partial class MessageText
{
    /// <summary>The text without the bot's mention, with other people's mentions as their names, and with ordinary spaces.</summary>
    public static string Read(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Entities ?? [])
        {
            if (mention is not { Type: Entity.Mention, Text.Length: > 0 })
                continue;
            var isBot = mention.Mentioned?.Id is { } id && id == activity.Recipient?.Id;
            text = text.Replace(mention.Text, isBot ? " " : mention.Mentioned?.Name ?? Inner(mention.Text), StringComparison.Ordinal);
        }

        text = MentionTag().Replace(text, "$1");
        if (activity.TextFormat is "html" or "xml")
            text = WebUtility.HtmlDecode(AnyTag().Replace(text, " "));
        else
            text = text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase);
        return Squeeze(text);
    }

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
