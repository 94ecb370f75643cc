using NewsBot.Newsroom.Composing.Scoring;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Lists what speaks for answering at all: the best sentence, its lead, and the probability of the next ones.</summary>
internal static class AnswerFeatureList
{
    /// <summary>Returns the features that decide whether to answer.</summary>
    /// <param name="probabilities">The probabilities of the candidates as statements, the highest first; at least one.</param>
    /// <param name="best">The features of the first candidate.</param>
    /// <param name="doubts">Its <see cref="DoubtFeatures"/>.</param>
    public static double[] Of(IReadOnlyList<double> probabilities, double[] best, double[] doubts) =>
        Write(new FeatureWriter(null), probabilities, [.. doubts, .. best]).ToArray();

    /// <summary>Returns the names of the features of <see cref="Of"/>, in the same order.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<string> statementFeatures)
    {
        var names = new List<string>();
        Write(new FeatureWriter(names), [0], []);
        return [.. names, .. DoubtFeatures.Names, .. statementFeatures];
    }

    private static FeatureWriter Write(FeatureWriter features, IReadOnlyList<double> probabilities, double[] further)
    {
        var second = probabilities.Count > 1 ? probabilities[1] : 0;
        var third = probabilities.Count > 2 ? probabilities[2] : 0;
        features.Add("best", LogOdds.Of(probabilities[0]));
        features.Add("second", LogOdds.Of(second));
        features.Add("third", LogOdds.Of(third));
        features.Add("lead", LogOdds.Of(probabilities[0]) - LogOdds.Of(second));
        features.Add("oneOfThree", 1 - ((1 - probabilities[0]) * (1 - second) * (1 - third)));

        foreach (var feature in further)
            features.Add("", feature);
        return features;
    }
}
