using System.Collections.Concurrent;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Language;

/// <summary>
/// Represents what is true of a word wherever it occurs: its folded form, its stem and its number. Immutable; frequent
/// words share one instance.
/// </summary>
internal sealed class WordForm
{
    /// <summary>The most forms kept: far more than the frequent words of an archive. Others are made each time.</summary>
    private const int MaxKept = 100_000;

    /// <summary>Longer words rarely recur.</summary>
    private const int MaxKeptChars = 32;

    private static readonly ConcurrentDictionary<string, WordForm> Kept = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> KeptBySpan = Kept.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private static int kept;

    private WordForm(ReadOnlySpan<char> word)
    {
        Folded = TermFolding.Fold(word);
        Stem = EnglishStemmer.Stem(Folded);
        IsStop = StopWords.Contains(Folded);
        Number = NumberWords.Read(Folded);
    }

    /// <summary>Gets the word in lower case, without accents and the possessive ending.</summary>
    public string Folded { get; }

    /// <summary>Gets the stem of the folded word.</summary>
    public string Stem { get; }

    /// <summary>Gets a value indicating whether it is a function word.</summary>
    public bool IsStop { get; }

    /// <summary>Gets the number that the word names ("two", "27,000", "2.30am" as 2.3); null for other words.</summary>
    public double? Number { get; }

    /// <summary>Returns the stem of a word as it is written.</summary>
    public static string StemOf(string word) => EnglishStemmer.Stem(TermFolding.Fold(word));

    /// <summary>Returns the form of a word as it is written. Thread-safe.</summary>
    public static WordForm Of(ReadOnlySpan<char> word)
    {
        if (KeptBySpan.TryGetValue(word, out var known))
            return known;
        var form = new WordForm(word);
        if (word.Length <= MaxKeptChars && Volatile.Read(ref kept) < MaxKept && KeptBySpan.TryAdd(word, form))
            Interlocked.Increment(ref kept);
        return form;
    }
}
