namespace NewsBot.Newsroom.Language.WordNet;

/// <summary>Represents a word of the table, by its stem. Immutable apart from a cache; thread-safe.</summary>
/// <param name="table">The table that contains it.</param>
/// <param name="id">Its number in the table.</param>
internal sealed class WordEntry(WordTable table, int id)
{
    private Closure? closure;

    /// <summary>Gets what the word usually is.</summary>
    public required WordClass Class { get; init; }

    /// <summary>Gets the rarity, from above 0 (very frequent) to 1 (absent from WordNet's counted texts).</summary>
    public required double Rarity { get; init; }

    /// <summary>Gets the numbers of its synsets, in ascending order.</summary>
    public required int[] Senses { get; init; }

    /// <summary>Gets the numbers of its opposites, in ascending order.</summary>
    public required int[] Opposites { get; init; }

    /// <summary>Gets the numbers of the words derived from it or that it is derived from, in ascending order.</summary>
    public required int[] Derived { get; init; }

    /// <summary>Returns how this word of a question relates to a word of a sentence.</summary>
    public WordRelation To(WordEntry other)
    {
        var (mine, theirs) = (Around, other.Around);
        var relation = WordRelation.None;
        if (Meet(Senses, other.Senses) || Holds(Derived, other.Id) || Holds(other.Derived, Id))
            relation |= WordRelation.Same;
        if (Holds(Opposites, other.Id) || Holds(other.Opposites, Id))
            relation |= WordRelation.Opposite;
        if (Meet(Senses, theirs.Kinds) || Meet(mine.Alike, other.Senses) || Meet(Senses, theirs.Alike))
            relation |= WordRelation.Narrower;
        if (Meet(mine.Kinds, other.Senses))
            relation |= WordRelation.Broader;
        if (Meet(mine.Parents, theirs.Parents))
            relation |= WordRelation.Sister;
        return relation;
    }

    private int Id => id;

    // Two threads may both compute it, with the same result.
    private Closure Around => closure ??= table.Around(Senses);

    private static bool Holds(int[] ordered, int number) => ordered.Length > 0 && Array.BinarySearch(ordered, number) >= 0;

    private static bool Meet(int[] one, int[] other)
    {
        int i = 0,
            j = 0;
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
                return true;
            if (one[i] < other[j])
                i++;
            else
                j++;
        }

        return false;
    }

    /// <summary>Represents the synsets near those of a word, each list in ascending order.</summary>
    /// <param name="Parents">The synsets that its senses are kinds of.</param>
    /// <param name="Kinds">The same, up to three levels up.</param>
    /// <param name="Alike">The synsets much like its senses.</param>
    internal sealed record Closure(int[] Parents, int[] Kinds, int[] Alike);
}
