namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>Represents how well a sentence contains a term of a question.</summary>
/// <param name="Strength">From 0 (not at all) to 1 (the word itself).</param>
/// <param name="Position">The matching word's position in the sentence; -1 if there is none.</param>
/// <param name="Length">The number of words that match; above 1 for phrases.</param>
internal readonly record struct TermMatch(double Strength, int Position, int Length = 1)
{
    public static readonly TermMatch None = new(0, -1, 0);

    public bool Covers(int position) => Position >= 0 && position >= Position && position < Position + Length;
}
