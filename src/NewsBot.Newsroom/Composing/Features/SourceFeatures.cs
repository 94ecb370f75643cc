using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Measures the position of the sentence: in which passage, how near the top, how old, and whether it is prose.</summary>
internal static class SourceFeatures
{
    private const double NoDate = -1;

    public static void Write(FeatureWriter features, AlignedCandidate aligned)
    {
        var candidate = aligned.Candidate;
        var words = aligned.Words;
        features.Add("rank", Math.Log(1 + aligned.Rank));
        features.Add("score", aligned.Passage.ScoreShare);
        features.Add("passageNumber", Math.Min(10, candidate.Passage.Number));
        features.Add("sentenceNumber", candidate.Number);
        features.Add("age", aligned.Passage.AgeDays is { } days ? Math.Log(1 + Math.Max(0, days)) : NoDate);
        features.Add("twoSentences", candidate.SentenceCount == 2);
        features.Add("length", Math.Log(1 + words.Count));
        features.Add("capitals", words.Count == 0 ? 0 : words.Count(word => word.IsCapital) / (double)words.Count);
        features.Add("isProse", candidate.Words.Text.AsSpan().TrimEnd() is [.., '.' or '!' or '?' or '”' or '"' or '’']);
        features.Add("pronounFirst", words is [var first, ..] && English.Anaphors.Contains(first));
    }
}
