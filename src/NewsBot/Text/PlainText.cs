using System.Text;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Text;

/// <summary>Prepares text of articles and people for a terminal.</summary>
internal static class PlainText
{
    /// <summary>
    /// Folds white space, and removes what a terminal would obey: control characters and marks that reverse the reading order.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Returns several lines, each cleaned as by <see cref="OneLine"/>, with its leading spaces kept.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.Split('\n').Select(line => new string(' ', line.Length - line.TrimStart(' ').Length) + OneLine(line)));

    /// <summary>Returns a number with its noun.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    /// <summary>Returns a source with its outlet and its day, where it has them.</summary>
    public static string Source(string source, string? outlet, DateOnly? published) => OneLine(SourceText.Of(source, outlet, published));
}
