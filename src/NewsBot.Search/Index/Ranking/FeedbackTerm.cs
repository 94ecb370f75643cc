namespace NewsBot.Search.Index.Ranking;

/// <summary>A term that the first passages have in common.</summary>
/// <param name="Weight">Its share of all feedback terms' weights.</param>
/// <param name="Numbers">Its number in each view.</param>
internal sealed record FeedbackTerm(double Weight, int[] Numbers);
