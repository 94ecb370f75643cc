namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>Turns probabilities into log-odds and back.</summary>
internal static class LogOdds
{
    /// <summary>Returns the log-odds of a probability; those nearer to 0 or 1 than 1e-4 count as that.</summary>
    public static double Of(double probability)
    {
        const double Least = 1e-4;
        var bounded = Math.Clamp(probability, Least, 1 - Least);
        return Math.Log(bounded / (1 - bounded));
    }

    /// <summary>Returns the probability, 0 to 1, of log-odds.</summary>
    public static double ToProbability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
