using System.Globalization;

namespace NewsBot.Teams.Rendering;

/// <summary>The number of a citation in a message's text, such as <c>[1]</c>: Teams makes the reference of it.</summary>
internal static class CitationMark
{
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");

    public static bool IsIn(string text, int number) => text.Contains(Of(number), StringComparison.Ordinal);
}
