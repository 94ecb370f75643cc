using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Measures what kind of question it is, and whether the retrieved passages contain its words at all.</summary>
internal static class QuestionFeatures
{
    public static void Write(FeatureWriter features, QuestionInPool pool)
    {
        var question = pool.Question;
        foreach (var kind in Enum.GetValues<QuestionKind>())
            features.Add("is" + kind, question.Kind == kind);
        features.Add("terms", Math.Min(15, question.Terms.Count));
        features.Add("names", Math.Min(6, question.Names.Count));
        features.Add("attribute", question.AsksForAttribute);
        features.Add("passages", Math.Min(40, pool.PassageCount));
        features.Add("sources", Math.Min(40, pool.SourceCount));
        features.Add("unseen", pool.UnseenWeight);
        features.Add("unseenNames", pool.UnseenNames);
        features.Add("topScore", Math.Log(1 + pool.TopScore));
        features.Add("topScorePerTerm", question.Terms.Count == 0 ? 0 : pool.TopScore / question.Terms.Count);
        features.Add("scoreDrop", pool.ScoreDrop);
    }
}
