namespace NewsBot.Newsroom.Answers;

/// <summary>A sentence that was considered as a statement.</summary>
/// <param name="Text">The sentence, or two.</param>
/// <param name="Source">Of the article.</param>
/// <param name="Probability">0 to 1: that it answers the question.</param>
/// <param name="Evidence">0 to 1: how much it looks like what the question's kind asks for.</param>
/// <param name="Coverage">0 to 1: how much of the question it holds, by weight.</param>
public sealed record ExplainedCandidate(string Text, string Source, double Probability, double Evidence, double Coverage);
