namespace NewsBot.Newsroom.Answers;

/// <summary>Represents one sentence of an answer.</summary>
/// <param name="Text">
/// The sentence, verbatim from the passage of its first citation. A language model may say the same in other words; the citations' quotes
/// are verbatim even then.
/// </param>
/// <param name="Citations">The numbers of the citations that support it; never empty.</param>
public sealed record Statement(string Text, IReadOnlyList<int> Citations);
