namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>How well a sentence holds a question's term.</summary>
/// <param name="Strength">0 (not at all) to 1 (the word itself).</param>
/// <param name="Position">The matching word's position in the sentence; -1 when there is none.</param>
/// <param name="Length">Number of words that match; above 1 for phrases.</param>
internal readonly record struct TermMatch(double Strength, int Position, int Length = 1)
{
    public static readonly TermMatch None = new(0, -1, 0);

    public bool Covers(int position) => Position >= 0 && position >= Position && position < Position + Length;
}
