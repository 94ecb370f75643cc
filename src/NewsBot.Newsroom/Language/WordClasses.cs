using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>Words of one concept that fall into classes: a row is the class and its words, as they are written. Read at the first use; thread-safe.</summary>
internal sealed class WordClasses(string file)
{
    private readonly Lazy<FrozenDictionary<string, string>> classes = new(() =>
        WordFile.Rows(file).SelectMany(row => row[^1].Select(word => KeyValuePair.Create(word, row[0][0]))).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>The class of a word; null for words of none.</summary>
    public string? Of(string folded) => classes.Value.GetValueOrDefault(folded);

    /// <summary>Both are of one class.</summary>
    public bool AreLike(string folded, string other) => Of(folded) is { } one && one == Of(other);
}
