using System.Text.RegularExpressions;

namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>
/// Rejoins numbers that a feed's tokeniser split: "235, 000" and "98. 7" are one number each. For judging only, never for quoting.
/// </summary>
internal static partial class TokenisedCopy
{
    public static string Rejoin(string text) =>
        text.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? text : Decimal().Replace(Thousands().Replace(text, ","), ".");

    [GeneratedRegex(@"(?<=(?<![\d.])\d{1,3}(,\d{3})*), (?=\d{3}(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<=\d)\. (?=\d+( per cent|%| ?k[mg]\b| million| billion| miles?\b| [ap]m\b))", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();
}
