using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>Words of which those of one row may stand for each other; a word may stand in several rows. Read at the first use; thread-safe.</summary>
/// <param name="file">The word file.</param>
/// <param name="keyOf">What words are compared by: <see cref="WordForm.StemOf"/>, or the folded word itself.</param>
internal sealed class WordGroups(string file, Func<string, string> keyOf)
{
    private readonly Lazy<FrozenDictionary<string, int[]>> groups = new(() => WordFile.Rows(file).Index()
        .SelectMany(row => row.Item[0].Select(word => (Key: keyOf(word), row.Index))).GroupBy(word => word.Key, word => word.Index)
        .ToFrozenDictionary(word => word.Key, word => word.ToArray(), StringComparer.Ordinal));

    public bool AreLike(string key, string other) =>
        groups.Value.TryGetValue(key, out var one) && groups.Value.TryGetValue(other, out var two) && one.AsSpan().ContainsAny(two);
}
