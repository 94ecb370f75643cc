using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>
/// Represents groups of interchangeable words, one group a row; a word may be in several. Read at first use; thread-safe.
/// </summary>
/// <param name="file">The word file.</param>
/// <param name="keyOf">Makes the key by which words are compared: <see cref="WordForm.StemOf"/>, or the folded word itself.</param>
internal sealed class WordGroups(string file, Func<string, string> keyOf)
{
    private readonly Lazy<FrozenDictionary<string, int[]>> groups = new(() =>
        WordFile
            .Rows(file)
            .Index()
            .SelectMany(row => row.Item[0].Select(word => (Key: keyOf(word), row.Index)))
            .GroupBy(word => word.Key, word => word.Index)
            .ToFrozenDictionary(word => word.Key, word => word.ToArray(), StringComparer.Ordinal)
    );

    /// <summary>Determines whether two words, given by their keys, are in one group.</summary>
    public bool AreLike(string key, string other) =>
        groups.Value.TryGetValue(key, out var one) && groups.Value.TryGetValue(other, out var two) && one.AsSpan().ContainsAny(two);
}
