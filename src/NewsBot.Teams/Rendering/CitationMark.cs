using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Teams.Rendering;

/// <summary>Represents the number of a citation in a message's text, such as <c>[1]</c>, which Teams turns into the reference.</summary>
internal static partial class CitationMark
{
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");

    public static bool IsIn(string text, int number) => text.Contains(Of(number), StringComparison.Ordinal);

    /// <summary>Returns a line without those of its leading numbers that are not in a text; null if none of them is.</summary>
    public static string? OnlyThoseIn(string text, string line)
    {
        var marks = AtTheBeginning().Match(line);
        var kept = marks
            .Groups["number"]
            .Captures.Where(number => text.Contains(number.Value, StringComparison.Ordinal))
            .Select(number => number.Value + " ")
            .ToList();
        return kept.Count == 0 ? null : string.Concat(kept) + line[marks.Length..];
    }

    [GeneratedRegex(@"^(?:(?<number>\[\d+\]) )*")]
    private static partial Regex AtTheBeginning();
}
