using System.Text;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Specifies the sizes that Teams allows.</summary>
internal static class MessageSize
{
    /// <summary>Specifies the maximum UTF-16 code units of a message's JSON: 80 KB, because Teams rejects about 100 KB.</summary>
    public const int MaxJsonChars = 80 * 1024 / 2;

    /// <summary>Specifies the maximum UTF-16 code units of a passage on a card.</summary>
    public const int MaxPassageChars = 1_500;

    /// <summary>Specifies the maximum number of citations in a message.</summary>
    public const int MaxCitations = 10;

    /// <summary>Returns the number of UTF-16 code units of a message's JSON.</summary>
    public static int Of(Activity message) => Encoding.UTF8.GetCharCount(TeamsJson.Bytes(message));

    /// <summary>Determines whether Teams accepts a message.</summary>
    public static bool Fits(Activity message) => Of(message) <= MaxJsonChars;
}
