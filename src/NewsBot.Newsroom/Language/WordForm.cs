using System.Collections.Concurrent;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Language;

/// <summary>What holds of a word wherever it stands: its fold, its stem, its number. Immutable; the forms of frequent words are kept and shared.</summary>
internal sealed class WordForm
{
    /// <summary>So many forms are kept; an archive's frequent words are far fewer. Further ones are read each time.</summary>
    private const int MaxKept = 100_000;

    /// <summary>Longer words are rarely met again.</summary>
    private const int MaxKeptChars = 32;

    private static readonly ConcurrentDictionary<string, WordForm> Kept = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> KeptBySpan = Kept.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int kept;

    private WordForm(ReadOnlySpan<char> word)
    {
        Folded = TermFolding.Fold(word);
        Stem = EnglishStemmer.Stem(Folded);
        IsStop = StopWords.Contains(Folded);
        Number = NumberWords.Read(Folded);
    }

    /// <summary>Lower case, without accents and possessive.</summary>
    public string Folded { get; }

    public string Stem { get; }

    /// <summary>A function word.</summary>
    public bool IsStop { get; }

    /// <summary>The number that the word stands for ("two", "27,000", "2.30am" as 2.3); null for other words.</summary>
    public double? Number { get; }

    public static string StemOf(string word) => EnglishStemmer.Stem(TermFolding.Fold(word));

    /// <summary>The form of a word as it is written. Thread-safe.</summary>
    public static WordForm Of(ReadOnlySpan<char> word)
    {
        if (KeptBySpan.TryGetValue(word, out var known)) return known;
        var form = new WordForm(word);
        if (word.Length <= MaxKeptChars && Volatile.Read(ref kept) < MaxKept && KeptBySpan.TryAdd(word, form)) Interlocked.Increment(ref kept);
        return form;
    }
}
