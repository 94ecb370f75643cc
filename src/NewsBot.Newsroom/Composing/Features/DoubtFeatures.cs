using NewsBot.Newsroom.Composing.Matching;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// What speaks against a sentence that holds most of a question: what of the question it lacks, and whether it says the contrary or the
/// same of something else. For the best candidate only, and for the model that decides whether to answer: too dear to ask of forty.
/// </summary>
internal static class DoubtFeatures
{
    /// <summary>The names of the features of <see cref="Of"/>, in the same order.</summary>
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
