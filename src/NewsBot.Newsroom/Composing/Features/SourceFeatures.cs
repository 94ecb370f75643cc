using NewsBot.Newsroom.Composing.Evidence;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Where the sentence stands: in which passage, how near the top, how long ago, and whether it is prose.</summary>
internal static class SourceFeatures
{
    private const double NoDate = -1;

    public static void Write(FeatureWriter features, Reading reading)
    {
        var candidate = reading.Candidate;
        var words = reading.Words;
        features.Add("rank", Math.Log(1 + reading.Rank));
        features.Add("score", reading.Passage.ScoreShare);
        features.Add("passageNumber", Math.Min(10, candidate.Passage.Number));
        features.Add("sentenceNumber", candidate.Number);
        features.Add("age", reading.Passage.AgeDays is { } days ? Math.Log(1 + Math.Max(0, days)) : NoDate);
        features.Add("twoSentences", candidate.SentenceCount == 2);
        features.Add("length", Math.Log(1 + words.Count));
        features.Add("capitals", words.Count == 0 ? 0 : words.Count(word => word.IsCapital) / (double)words.Count);
        features.Add("isProse", candidate.Words.Text.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or '”' or '"' or '’']);
        features.Add("pronounFirst", words is [var first, ..] && first.Folded is "he" or "she" or "they" or "it" or "his" or "her" or "their" or "its" or "this" or "these" or "those");
    }
}
