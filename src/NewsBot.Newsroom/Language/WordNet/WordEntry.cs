namespace NewsBot.Newsroom.Language.WordNet;

/// <summary>A word of the table, by its stem. Immutable but for what it remembers; thread-safe.</summary>
/// <param name="table">The table that it stands in.</param>
/// <param name="id">Its number in the table.</param>
internal sealed class WordEntry(WordTable table, int id)
{
    private Closure? closure;

    public required WordClass Class { get; init; }

    /// <summary>Above 0 (very frequent) to 1 (not met in WordNet's counted texts).</summary>
    public required double Rarity { get; init; }

    /// <summary>Numbers of its synsets, in order.</summary>
    public required int[] Senses { get; init; }

    /// <summary>Numbers of the words that are its opposites, in order.</summary>
    public required int[] Opposites { get; init; }

    /// <summary>Numbers of the words that are derived from it or that it is derived from, in order.</summary>
    public required int[] Derived { get; init; }

    /// <summary>How this word, of a question, stands to a word of a sentence.</summary>
    public WordRelation To(WordEntry other)
    {
        var (mine, theirs) = (Around, other.Around);
        var relation = WordRelation.None;
        if (Meet(Senses, other.Senses) || Holds(Derived, other.Id) || Holds(other.Derived, Id)) relation |= WordRelation.Same;
        if (Holds(Opposites, other.Id) || Holds(other.Opposites, Id)) relation |= WordRelation.Opposite;
        if (Meet(Senses, theirs.Kinds) || Meet(mine.Alike, other.Senses) || Meet(Senses, theirs.Alike)) relation |= WordRelation.Narrower;
        if (Meet(mine.Kinds, other.Senses)) relation |= WordRelation.Broader;
        if (Meet(mine.Parents, theirs.Parents)) relation |= WordRelation.Sister;
        return relation;
    }

    private int Id => id;

    // Made twice by two threads it is made alike.
    private Closure Around => closure ??= table.Around(Senses);

    private static bool Holds(int[] ordered, int number) => ordered.Length > 0 && Array.BinarySearch(ordered, number) >= 0;

    private static bool Meet(int[] one, int[] other)
    {
        int i = 0, j = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) return true;
            if (one[i] < other[j]) i++;
            else j++;
        }

        return false;
    }

    /// <summary>Synsets near those of a word, each list in order.</summary>
    /// <param name="Parents">What its senses are kinds of.</param>
    /// <param name="Kinds">The same up to three levels above.</param>
    /// <param name="Alike">Those much like its senses.</param>
    internal sealed record Closure(int[] Parents, int[] Kinds, int[] Alike);
}
