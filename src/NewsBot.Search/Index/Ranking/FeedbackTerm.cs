namespace NewsBot.Search.Index.Ranking;

/// <summary>Represents a term that the first passages have in common.</summary>
/// <param name="Weight">Its share of the weights of all feedback terms.</param>
/// <param name="Numbers">Its number in each view.</param>
internal sealed record FeedbackTerm(double Weight, int[] Numbers);
