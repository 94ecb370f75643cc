using NewsBot.Archive.Passages;

namespace NewsBot.Archive.Splitting;

/// <summary>Recognises lines that are items of a list.</summary>
internal static class ListItem
{
    private const string Bullets = "-*+•◦▪■●‣⁃–—·►▶";

    /// <summary>Determines whether the line begins with a bullet or a number, and a space.</summary>
    public static bool StartsAt(string text, TextRange line)
    {
        var at = line.Start;
        if (Bullets.Contains(text[at]))
            return at + 1 < line.End && char.IsWhiteSpace(text[at + 1]);

        while (at < line.End && at - line.Start < 3 && char.IsAsciiDigit(text[at]))
            at++;
        return at > line.Start && at + 1 < line.End && text[at] is '.' or ')' && char.IsWhiteSpace(text[at + 1]);
    }
}
