using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>
/// Rejects a statement that is not plain text: with a link, image, mention, tag or a character that reverses the direction of writing.
/// </summary>
internal static class MarkupVeto
{
    private static readonly string[] Signs =
    [
        "](",
        "![",
        "http:",
        "https:",
        "www.",
        "javascript:",
        "data:",
        "</",
        "<@",
        "<#",
        "<!",
        "{{",
        "```",
    ];

    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        if (SignIn(alignment.Claim.Text) is { } sign)
            reasons.Add(new(GroundingFault.Markup, sign));
    }

    /// <summary>Returns the sign that a text is not plain; null when it is.</summary>
    public static string? SignIn(string text)
    {
        if (Array.Find(Signs, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if (text[i] == '<' && char.IsAsciiLetter(next))
                return "<";
            if (text[i] == '@' && (char.IsLetterOrDigit(next) || next == '_'))
                return "@";
            if (char.IsControl(text[i]) && !char.IsWhiteSpace(text[i]))
                return "control";
            if (text[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200B')
                return "bidi";
        }

        return null;
    }
}
