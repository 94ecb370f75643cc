using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Represents a number with its scale and unit: "$1.8 million", "20 per cent", "two drones".</summary>
/// <param name="Start">The position of its first word.</param>
/// <param name="End">The position after its last word.</param>
/// <param name="Value">The number, with its scale applied: 1,800,000.</param>
/// <param name="Unit">The unit, such as "%", "$", "km" or "hour"; null for plain counts.</param>
internal readonly record struct Quantity(int Start, int End, double Value, string? Unit)
{
    /// <summary>Returns all quantities of a text, from left to right.</summary>
    public static IReadOnlyList<Quantity> ReadAll(AnnotatedText text)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (text.Words[i].Number is null || IsPronoun(text.Words, i))
                continue;
            found.Add(ReadAt(text, i));
            i = found[^1].End - 1;
        }

        return found;
    }

    private static Quantity ReadAt(AnnotatedText text, int start)
    {
        var words = text.Words;
        var value = words[start].Number!.Value * SuffixScale(words[start].Folded);
        var end = start + 1;
        while (end < words.Count && words[end].BreakBefore <= WordBreak.Hyphen)
        {
            var next = words[end].Folded;
            if (NumberWords.ScaleOf(next) is { } scale)
                value *= scale;
            else if (
                words[end].Number is < 10 and > 0 and { } ones
                && value is >= 20 and < 100
                && value % 10 == 0
                && !char.IsAsciiDigit(next[0])
            )
                value += ones;
            else
                break;
            end++;
        }

        return new Quantity(start, end, value, UnitOf(text, start, end));
    }

    private static string? UnitOf(AnnotatedText text, int start, int end)
    {
        var words = text.Words;
        var before = words[start].Start;
        while (before > 0 && text.Text[before - 1] == ' ')
            before--;
        if (before > 0 && text.Text[before - 1] is '$' or '£' or '€')
            return text.Text[before - 1].ToString();
        var after = words[end - 1].End;
        if (after < text.Text.Length && text.Text[after] == '%')
            return "%";
        if (end >= words.Count || words[end].BreakBefore > WordBreak.Hyphen)
            return null;
        if (words[end].Folded == "per" && end + 1 < words.Count && words[end + 1].Folded == "cent")
            return "%";
        return Units.Of(words[end].Folded)?.Name
            ?? (
                words[start].Folded.EndsWith("am", StringComparison.Ordinal) ? "am"
                : words[start].Folded.EndsWith("pm", StringComparison.Ordinal) ? "pm"
                : null
            );
    }

    private static double SuffixScale(string folded)
    {
        if (!char.IsAsciiDigit(folded[0]))
            return 1;
        return NumberWords.ScaleOf(folded.TrimStart("0123456789.,".ToCharArray())) ?? 1;
    }

    /// <summary>Determines whether the word counts nothing, as in "one of the drones" or "no one".</summary>
    private static bool IsPronoun(IReadOnlyList<AnnotatedWord> words, int i) =>
        words[i].Folded is "one"
        && (
            i + 1 == words.Count
            || words[i + 1].BreakBefore > WordBreak.Hyphen
            || words[i + 1].IsStop
            || (i > 0 && (English.Determiners.Contains(words[i - 1]) || words[i - 1].Folded is "no" or "any" or "some" or "every"))
        );
}
