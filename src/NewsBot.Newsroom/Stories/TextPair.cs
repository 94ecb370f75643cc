namespace NewsBot.Newsroom.Stories;

/// <summary>Two texts and what they have in common. Not thread-safe.</summary>
/// <param name="one">The later one to arrive.</param>
/// <param name="other">The one that was there.</param>
/// <param name="features">Of <see cref="PairFeatures"/>; kept.</param>
internal sealed class TextPair(StoryText one, StoryText other, double[] features)
{
    private MergeModel? weighed;
    private double evidence;

    public StoryText One => one;

    public StoryText Other => other;

    /// <summary>Of <see cref="PairFeatures"/>, with the closeness that <see cref="Probability"/> computed last.</summary>
    public double[] Features => features;

    /// <summary>Probability, 0 to 1, that the two report the same event, by how near each is to others now.</summary>
    public double Probability(MergeModel model)
    {
        if (!ReferenceEquals(weighed, model)) (weighed, evidence) = (model, model.Evidence(features));
        return model.Probability(evidence, PairFeatures.WithCloseness(features, one.Nearness, other.Nearness));
    }
}
