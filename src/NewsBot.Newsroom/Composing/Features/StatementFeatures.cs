using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Measures what speaks for and against a candidate as an answer, as numbers for the model to weigh.</summary>
internal static class StatementFeatures
{
    /// <summary>Gets the names of the features of <see cref="Of"/>, in the same order.</summary>
    public static IReadOnlyList<string> Names { get; } = ReadNames();

    public static double[] Of(AlignedCandidate aligned, KindEvidence evidence)
    {
        var features = new FeatureWriter(null);
        Write(features, aligned, evidence);
        return features.ToArray();
    }

    private static void Write(FeatureWriter features, AlignedCandidate aligned, KindEvidence evidence)
    {
        CoverageFeatures.Write(features, aligned);
        AlignmentFeatures.Write(features, aligned);
        AnswerFeatures.Write(features, aligned, evidence);
        NameFeatures.Write(features, aligned);
        SourceFeatures.Write(features, aligned);
        QuestionFeatures.Write(features, aligned.Pool);
    }

    // Any candidate will do: the names do not depend on it.
    private static List<string> ReadNames()
    {
        const string Text = "News.";
        var passage = new Passage
        {
            Number = 0,
            Range = new TextRange(0, Text.Length),
            Sentences = [new TextRange(0, Text.Length)],
        };
        var article = new ArchivedArticle(
            0,
            new Article
            {
                Source = "names",
                Text = Text,
                Headline = "",
            },
            [passage]
        );
        RetrievedPassage[] retrieved = [new RetrievedPassage(article, passage, 1)];
        var pool = new QuestionInPool(QuestionReader.Read("News?"), retrieved, CandidateReader.Read(retrieved), null);
        var names = new List<string>();
        Write(new FeatureWriter(names), pool.Aligned[0], KindEvidence.None);
        return names;
    }
}
