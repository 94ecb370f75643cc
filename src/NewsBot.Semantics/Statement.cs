namespace NewsBot.Semantics;

/// <summary>A statement and the passage that it is held against.</summary>
/// <param name="Text">What is stated.</param>
/// <param name="Passage">What may support or contradict it.</param>
public readonly record struct Statement(string Text, TextInContext Passage);
