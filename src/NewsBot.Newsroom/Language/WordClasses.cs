using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>
/// Represents the words of one concept in classes: each row is a class and its words as written. Read at first use; thread-safe.
/// </summary>
internal sealed class WordClasses(string file)
{
    private readonly Lazy<FrozenDictionary<string, string>> classes = new(() =>
        WordFile
            .Rows(file)
            .SelectMany(row => row[^1].Select(word => KeyValuePair.Create(word, row[0][0])))
            .ToFrozenDictionary(StringComparer.Ordinal)
    );

    /// <summary>Returns the class of a word; null when it has none.</summary>
    public string? Of(string folded) => classes.Value.GetValueOrDefault(folded);

    /// <summary>Determines whether both words are of one class.</summary>
    public bool AreLike(string folded, string other) => Of(folded) is { } one && one == Of(other);
}
