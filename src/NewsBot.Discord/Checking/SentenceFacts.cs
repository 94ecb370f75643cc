using System.Globalization;
using NewsBot.Search.Analysis;

namespace NewsBot.Discord.Checking;

/// <summary>What of a sentence can be compared without understanding it: its terms, its numbers, and whether it denies something.</summary>
internal sealed class SentenceFacts
{
    /// <summary>Folded words that turn a statement around.</summary>
    private static readonly HashSet<string> Denials =
        ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "denied", "denies", "deny", "refused", "rejected"];

    private static readonly Dictionary<string, string> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = "0",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["ten"] = "10",
        ["eleven"] = "11",
        ["twelve"] = "12",
    };

    private SentenceFacts(HashSet<string> terms, HashSet<string> numbers, bool isDenied)
    {
        Terms = terms;
        Numbers = numbers;
        IsDenied = isDenied;
    }

    /// <summary>Stems of the words that carry meaning, without numbers and denials.</summary>
    public IReadOnlySet<string> Terms { get; }

    /// <summary>Numbers in digits, without separators.</summary>
    public IReadOnlySet<string> Numbers { get; }

    /// <summary>Whether an odd number of words turns it around.</summary>
    public bool IsDenied { get; }

    /// <summary>Reads a sentence.</summary>
    public static SentenceFacts Of(string sentence)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var denials = 0;
        foreach (var token in TextAnalyzer.Analyze(sentence))
        {
            var word = sentence.AsSpan(token.Start, token.Length).ToString();
            if (Denials.Contains(word.ToLowerInvariant()) || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase))
                denials++;
            else if (Number(word) is { } number)
                numbers.Add(number);
            else if (!token.IsStopWord)
                terms.Add(token.Term);
        }

        return new SentenceFacts(terms, numbers, denials % 2 == 1);
    }

    private static string? Number(string word)
    {
        if (NumberWords.TryGetValue(word, out var digits)) return digits;
        var plain = word.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value.ToString(CultureInfo.InvariantCulture) : null;
    }
}
