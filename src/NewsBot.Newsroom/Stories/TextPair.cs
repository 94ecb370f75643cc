namespace NewsBot.Newsroom.Stories;

/// <summary>Two texts and what they have in common.</summary>
/// <param name="One">The later one to arrive.</param>
/// <param name="Other">The one that was there.</param>
/// <param name="Features">Of <see cref="PairFeatures"/>.</param>
internal sealed record TextPair(StoryText One, StoryText Other, double[] Features)
{
    /// <summary>Cosine of all words.</summary>
    public double Cosine => Features[1];
}
