using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Features;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing;

/// <summary>What speaks for and against a candidate as an answer, as numbers that the model weighs.</summary>
internal static class StatementFeatures
{
    /// <summary>The names of the features of <see cref="Of"/>, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = ReadNames();

    public static double[] Of(Reading reading, KindEvidence evidence)
    {
        var features = new FeatureWriter(null);
        Write(features, reading, evidence);
        return features.ToArray();
    }

    private static void Write(FeatureWriter features, Reading reading, KindEvidence evidence)
    {
        CoverageFeatures.Write(features, reading);
        AlignmentFeatures.Write(features, reading);
        AnswerFeatures.Write(features, reading, evidence);
        NameFeatures.Write(features, reading);
        SourceFeatures.Write(features, reading);
        QuestionFeatures.Write(features, reading.Pool);
    }

    // Any candidate does: names do not depend on it.
    private static List<string> ReadNames()
    {
        const string Text = "News.";
        var passage = new Passage { Number = 0, Range = new TextRange(0, Text.Length), Sentences = [new TextRange(0, Text.Length)] };
        var article = new ArchivedArticle(0, new Article { Source = "names", Text = Text, Headline = "" }, [passage]);
        RetrievedPassage[] retrieved = [new RetrievedPassage(article, passage, 1)];
        var pool = new QuestionInPool(QuestionReader.Read("News?"), retrieved, CandidateReader.Read(retrieved), null);
        var names = new List<string>();
        Write(new FeatureWriter(names), pool.Readings[0], KindEvidence.None);
        return names;
    }
}
