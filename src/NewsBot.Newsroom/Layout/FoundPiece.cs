namespace NewsBot.Newsroom.Layout;

/// <summary>A part of a passage.</summary>
/// <param name="Text">Verbatim, or an ellipsis for what is left out.</param>
/// <param name="IsFound">Whether it is a word that was looked for.</param>
public sealed record FoundPiece(string Text, bool IsFound);
