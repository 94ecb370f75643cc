namespace NewsBot.Semantics;

/// <summary>Says what a second report is to a first, as probabilities that add up to 1.</summary>
/// <param name="Same">The second says the same and may be cited for the first.</param>
/// <param name="Partial">The second says only some of it.</param>
/// <param name="Update">The second tells of another time or stage of the same matter.</param>
/// <param name="Contradiction">The second denies it, or says otherwise.</param>
/// <param name="Different">The second tells of something else.</param>
public readonly record struct Agreement(float Same, float Partial, float Update, float Contradiction, float Different);
