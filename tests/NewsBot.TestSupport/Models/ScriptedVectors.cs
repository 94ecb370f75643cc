using System.Text.RegularExpressions;

namespace NewsBot.TestSupport.Models;

/// <summary>
/// Computes vectors without a model: each word pulls in its own direction, and words of one meaning in the same one. The same text always
/// gets the same vector.
/// </summary>
public static partial class ScriptedVectors
{
    /// <summary>Specifies the number of dimensions.</summary>
    public const int Dimension = 256;

    private static readonly string[][] Meanings =
    [
        ["physician", "physicians", "doctor", "doctors", "medics"],
        ["strike", "walkout", "stoppage", "downed"],
        ["pay", "wages", "salary", "salaries"],
        ["blaze", "fire", "inferno", "flames"],
        ["vessel", "ship", "ferry", "boat"],
    ];

    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal)
    {
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "to",
        "and",
        "did",
        "do",
        "who",
        "what",
        "why",
        "was",
        "is",
        "over",
        "for",
        "their",
        "at",
        "by",
        "about",
    };

    private static readonly Dictionary<string, string> Canonical = Meanings
        .SelectMany(words => words.Select(word => (word, words[0])))
        .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>Returns the vector of a text.</summary>
    public static float[] Of(string text, int dimension = Dimension)
    {
        var vector = new float[dimension];
        foreach (var match in Words().EnumerateMatches(text))
        {
            var word = text.Substring(match.Index, match.Length).ToLowerInvariant();
            if (Passed.Contains(word))
                continue;
            Pull(vector, Canonical.GetValueOrDefault(word, word));
        }

        return vector;
    }

    // Starts with FNV-1a, continues with xorshift: the same on every machine and in every process.
    private static void Pull(float[] vector, string word)
    {
        var state = word.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL) | 1;
        for (var i = 0; i < vector.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            vector[i] += (state & 1024) == 0 ? -1 : 1;
        }
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
