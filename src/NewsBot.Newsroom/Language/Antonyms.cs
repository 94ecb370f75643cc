using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Language;

/// <summary>The reviewed list of words that exclude each other, <c>Language/Lexicon/antonyms.txt</c>, as stems. Thread-safe.</summary>
internal static class Antonyms
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Opposites = Read();

    /// <summary>Stems that exclude this stem; null when none is known.</summary>
    public static FrozenSet<string>? Of(string stem) => Opposites.GetValueOrDefault(stem);

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in Lexicon.Lines("antonyms"))
        {
            var sides = line.Split('|').Select(side => side.Split(',', StringSplitOptions.TrimEntries).Select(word => EnglishStemmer.Stem(TermFolding.Fold(word))).ToArray()).ToArray();
            Add(sides[0], sides[1]);
            Add(sides[1], sides[0]);
        }

        return opposites.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

        void Add(string[] words, string[] others)
        {
            foreach (var word in words)
            {
                if (!opposites.TryGetValue(word, out var known)) opposites[word] = known = new(StringComparer.Ordinal);
                known.UnionWith(others);
            }
        }
    }
}
