namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>Converts probabilities to log-odds and back.</summary>
internal static class LogOdds
{
    /// <summary>Returns the log-odds of a probability, which is first limited to the range 1e-4 to 1 - 1e-4.</summary>
    public static double Of(double probability)
    {
        const double Least = 1e-4;
        var bounded = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(bounded / (1 - bounded));
    }

    /// <summary>Returns the probability, 0 to 1, of log-odds.</summary>
    public static double ToProbability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
