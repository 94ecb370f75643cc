namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Represents how well a sentence contains the kind of thing that a question asks for.</summary>
/// <param name="Strength">From 0 (nothing of the kind) to 1 (exactly what was asked for).</param>
/// <param name="Positions">Positions of the words that would be the answer; may be empty.</param>
internal readonly record struct KindEvidence(double Strength, IReadOnlyList<int> Positions)
{
    public static readonly KindEvidence None = new(0, []);

    public static KindEvidence Of(double strength, params int[] positions) => new(strength, positions);

    public KindEvidence Or(KindEvidence other) => other.Strength > Strength ? other : this;
}
