using System.Text.RegularExpressions;

namespace NewsBot.TestSupport.Models;

/// <summary>
/// Vectors that need no model: each word pulls into a direction of its own, and words of one meaning into the same one. The same text
/// always gets the same vector.
/// </summary>
public static partial class ScriptedVectors
{
    /// <summary>Numbers of a vector.</summary>
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

    /// <summary>The vector of a text.</summary>
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

    // FNV-1a begins, xorshift goes on: the same on every machine and in every process.
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
