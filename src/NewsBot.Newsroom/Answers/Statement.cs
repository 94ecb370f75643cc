namespace NewsBot.Newsroom.Answers;

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">Verbatim in the passage of its first citation; where a model wrote the answer it may say the same in other words, and the citations' quotes are verbatim.</param>
/// <param name="Citations">Numbers of the citations that support it; never empty.</param>
public sealed record Statement(string Text, IReadOnlyList<int> Citations);
