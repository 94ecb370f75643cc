using System.Text;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Sizes that Teams allows.</summary>
internal static class MessageSize
{
    /// <summary>The most UTF-16 code units of a message's JSON: 80 KB, where Teams refuses at about 100 KB.</summary>
    public const int MaxJsonChars = 80 * 1024 / 2;

    /// <summary>The most UTF-16 code units of a passage on a card.</summary>
    public const int MaxPassageChars = 1_500;

    /// <summary>The most citations that a message may have.</summary>
    public const int MaxCitations = 10;

    /// <summary>Returns the number of UTF-16 code units of a message's JSON.</summary>
    public static int Of(Activity message) => Encoding.UTF8.GetCharCount(TeamsJson.Bytes(message));

    /// <summary>Whether Teams takes it.</summary>
    public static bool Fits(Activity message) => Of(message) <= MaxJsonChars;
}
