using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>Function words that exclude each other (<c>Language/Lexicon/opposed.txt</c>), and the words that deny. Thread-safe.</summary>
internal static class OpposedWords
{
    private const int LeastRest = 4;
    private const int CommonStart = 5;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Opposed = Read();
    private static readonly string[] DenyingPrefixes = ["un", "in", "im", "ir", "il", "non", "dis", "de", "anti", "mis"];

    /// <summary>Folded words that exclude this one; null when none is known.</summary>
    public static FrozenSet<string>? Of(string folded) => Opposed.GetValueOrDefault(folded);

    /// <summary>"Not", "never", "doesn't".</summary>
    public static bool Denies(AnnotatedWord word) =>
        word.Folded is "not" or "no" or "never" or "none" or "nobody" or "nothing" or "without" or "neither" or "nor" or "cannot"
        || word.Folded.EndsWith("n't", StringComparison.Ordinal) || word.Folded.EndsWith("n’t", StringComparison.Ordinal);

    /// <summary>"Distinguishable" and "indistinguishable": one is the other with a prefix that denies.</summary>
    public static bool AreDenied(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length < other.Length) return AreDenied(other, one);
        if (other.Length < LeastRest) return false;
        foreach (var prefix in DenyingPrefixes)
        {
            if (!one.StartsWith(prefix)) continue;
            var rest = one[prefix.Length..];
            if (rest.SequenceEqual(other) || (rest.Length >= CommonStart && other.Length >= CommonStart && rest[..CommonStart].SequenceEqual(other[..CommonStart]))) return true;
        }

        return false;
    }

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        var opposed = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in Lexicon.Lines("opposed"))
        {
            var sides = line.Split('|').Select(side => side.Split(',', StringSplitOptions.TrimEntries)).ToArray();
            foreach (var (word, other) in sides[0].SelectMany(word => sides[1].Select(other => (word, other))))
            {
                Add(word, other);
                Add(other, word);
            }
        }

        return opposed.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

        void Add(string word, string other)
        {
            if (!opposed.TryGetValue(word, out var known)) opposed[word] = known = new(StringComparer.Ordinal);
            known.Add(other);
        }
    }
}
