namespace NewsBot.Newsroom.Layout;

/// <summary>Represents a part of a passage.</summary>
/// <param name="Text">The text, verbatim, or an ellipsis for an omission.</param>
/// <param name="IsFound">Whether it is a word of the query.</param>
public sealed record FoundPiece(string Text, bool IsFound);
