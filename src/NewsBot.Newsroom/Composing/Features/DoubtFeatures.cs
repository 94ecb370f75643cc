using NewsBot.Newsroom.Composing.Matching;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// Measures what speaks against a sentence that contains most of a question: what it lacks, and whether it says the opposite, or the same
/// about something else. Used only for the best candidate and the model that decides whether to answer: too expensive for all forty.
/// </summary>
internal static class DoubtFeatures
{
    /// <summary>Gets the names of the features of <see cref="Of"/>, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = ReadNames();

    public static double[] Of(AlignedCandidate aligned)
    {
        var features = new FeatureWriter(null);
        Write(features, MissingWords.Of(aligned), ContrarySigns.Of(aligned));
        return features.ToArray();
    }

    private static void Write(FeatureWriter features, MissingWords missing, ContrarySigns contrary)
    {
        missing.Write(features);
        contrary.Write(features);
    }

    private static List<string> ReadNames()
    {
        var names = new List<string>();
        Write(new FeatureWriter(names), new MissingWords(), new ContrarySigns());
        return names;
    }
}
