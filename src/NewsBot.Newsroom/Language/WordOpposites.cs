using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>
/// Represents words that exclude each other: those on one side of a row exclude those on the other. Read at first use; thread-safe.
/// </summary>
/// <param name="file">The word file.</param>
/// <param name="keyOf">Makes the key by which words are compared: <see cref="WordForm.StemOf"/>, or the folded word itself.</param>
internal sealed class WordOpposites(string file, Func<string, string> keyOf)
{
    private readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> opposites = new(() =>
        WordFile
            .Rows(file)
            .SelectMany(row =>
                row[0]
                    .SelectMany(word =>
                        row[1]
                            .SelectMany(other =>
                                (IEnumerable<(string Key, string Other)>)[(keyOf(word), keyOf(other)), (keyOf(other), keyOf(word))]
                            )
                    )
            )
            .GroupBy(pair => pair.Key, pair => pair.Other)
            .ToFrozenDictionary(word => word.Key, word => word.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal)
    );

    /// <summary>Returns the keys that a word excludes; null when none are known.</summary>
    public FrozenSet<string>? Of(string key) => opposites.Value.GetValueOrDefault(key);
}
