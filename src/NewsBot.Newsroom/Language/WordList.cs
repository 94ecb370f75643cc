using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>Represents the words of one concept. Read at first use; thread-safe.</summary>
internal sealed class WordList
{
    private readonly Lazy<FrozenSet<string>> words;
    private readonly bool areStems;

    private WordList(Func<IEnumerable<string>> read, bool areStems)
    {
        this.areStems = areStems;
        words = new(() => read().ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Gets the entries, folded or stemmed, in no particular order.</summary>
    public IEnumerable<string> Entries => words.Value;

    /// <summary>Reads a list whose words match as written, folded.</summary>
    public static WordList OfForms(string file) => new(() => WordFile.Rows(file).SelectMany(row => row[^1]), areStems: false);

    /// <summary>Reads a list whose words match in every form that shares their stem.</summary>
    public static WordList OfStems(string file) =>
        new(() => WordFile.Rows(file).SelectMany(row => row[^1]).Select(WordForm.StemOf), areStems: true);

    /// <summary>Combines concepts into one; all of them must match words as written.</summary>
    public static WordList OfAll(params WordList[] lists) => new(() => lists.SelectMany(list => list.Entries), areStems: false);

    /// <summary>Determines whether the list contains a word.</summary>
    public bool Contains(AnnotatedWord word) => words.Value.Contains(areStems ? word.Stem : word.Folded);
}
