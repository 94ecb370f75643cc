namespace NewsBot.Newsroom.Stories;

/// <summary>Represents two texts and what they have in common. Not thread-safe.</summary>
/// <param name="one">The text that arrived later.</param>
/// <param name="other">The text that was there before.</param>
/// <param name="features">The result of <see cref="PairFeatures"/>; kept, not copied.</param>
internal sealed class TextPair(StoryText one, StoryText other, double[] features)
{
    private MergeModel? weighed;
    private double evidence;

    /// <summary>Gets the text that arrived later.</summary>
    public StoryText One => one;

    /// <summary>Gets the text that was there before.</summary>
    public StoryText Other => other;

    /// <summary>Gets the features of <see cref="PairFeatures"/>, with the closeness that <see cref="Probability"/> computed last.</summary>
    public double[] Features => features;

    /// <summary>Returns the probability, 0 to 1, that the two report the same event, given how near each is to others now.</summary>
    public double Probability(MergeModel model)
    {
        if (!ReferenceEquals(weighed, model))
            (weighed, evidence) = (model, model.Evidence(features));
        return model.Probability(evidence, PairFeatures.WithCloseness(features, one.Nearness, other.Nearness));
    }
}
