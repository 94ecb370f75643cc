namespace NewsBot.Semantics;

/// <summary>Represents a statement and the passage that it is checked against.</summary>
/// <param name="Text">What is stated.</param>
/// <param name="Passage">The passage that may support or contradict it.</param>
public readonly record struct Statement(string Text, TextInContext Passage);
