namespace NewsBot.Newsroom.Answers;

/// <summary>Represents a sentence considered as a statement.</summary>
/// <param name="Text">The sentence, or two.</param>
/// <param name="Source">The article's source.</param>
/// <param name="Probability">The probability, 0 to 1, that it answers the question.</param>
/// <param name="Evidence">How well it contains the kind of thing that the question asks for, 0 to 1.</param>
/// <param name="Coverage">The weighted share of the question's words that it contains, 0 to 1.</param>
public sealed record ExplainedCandidate(string Text, string Source, double Probability, double Evidence, double Coverage);
