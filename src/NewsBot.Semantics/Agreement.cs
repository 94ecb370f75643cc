namespace NewsBot.Semantics;

/// <summary>Represents how a second report relates to a first, as probabilities that add up to 1.</summary>
/// <param name="Same">The second says the same and may be cited for the first.</param>
/// <param name="Partial">The second says only part of it.</param>
/// <param name="Update">The second covers another time or stage of the same matter.</param>
/// <param name="Contradiction">The second denies it or says otherwise.</param>
/// <param name="Different">The second is about something else.</param>
public readonly record struct Agreement(float Same, float Partial, float Update, float Contradiction, float Different);
