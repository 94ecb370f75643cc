using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>The words of one concept. Read at the first use; thread-safe.</summary>
internal sealed class WordList
{
    private readonly Lazy<FrozenSet<string>> words;
    private readonly bool areStems;

    private WordList(Func<IEnumerable<string>> read, bool areStems)
    {
        this.areStems = areStems;
        words = new(() => read().ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The entries, folded or stemmed, in no order.</summary>
    public IEnumerable<string> Entries => words.Value;

    /// <summary>A list that holds words as they are written, folded.</summary>
    public static WordList OfForms(string file) => new(() => WordFile.Rows(file).SelectMany(row => row[^1]), areStems: false);

    /// <summary>A list that holds words in all forms that share a stem.</summary>
    public static WordList OfStems(string file) => new(() => WordFile.Rows(file).SelectMany(row => row[^1]).Select(WordForm.StemOf), areStems: true);

    /// <summary>A concept that is made of others; all of them hold words as they are written.</summary>
    public static WordList OfAll(params WordList[] lists) => new(() => lists.SelectMany(list => list.Entries), areStems: false);

    public bool Contains(AnnotatedWord word) => words.Value.Contains(areStems ? word.Stem : word.Folded);
}
