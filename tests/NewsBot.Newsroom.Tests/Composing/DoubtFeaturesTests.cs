using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Composing.Features;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Composing;

public sealed class DoubtFeaturesTests
{
    [Theory]
    [InlineData(
        "What is established at the end of the session?",
        "Committees are established at the beginning of the session.",
        "opposites",
        1
    )]
    [InlineData("How many minutes are given to closing speakers?", "Opening speakers are given twenty minutes.", "otherBefore", 1)]
    [InlineData("What did the court not allow?", "The court allowed the appeal.", "deniesOnlyInQuestion", 1)]
    [InlineData("Who has a constitution?", "The union does not have a constitution.", "deniesOnlyHere", 1)]
    [InlineData("What did the price reach in 1973?", "In 1979 the price reached forty dollars.", "otherYear", 1)]
    [InlineData("What did the price reach in 1973?", "In 1973 the price reached forty dollars.", "otherYear", 0)]
    [InlineData("Which particles are physically distinguishable?", "The particles are physically indistinguishable.", "deniedByPrefix", 1)]
    [InlineData("What was built before the war?", "The tower was built after the war.", "opposedWords", 1)]
    [InlineData("What was built after the war?", "The tower was built after the war.", "opposedWords", 0)]
    [InlineData("Who lives in Toyota?", "The mayor lives in Leeds.", "lacksName", 1)]
    public void Of_QuestionAndSentence_CountsWhatSpeaksAgainst(string question, string sentence, string feature, double expected)
    {
        var names = DoubtFeatures.Names.ToList();

        var features = Doubts(question, sentence);

        Assert.Equal(expected, features[names.IndexOf(feature)]);
    }

    [Fact]
    public void Of_SentenceWithAllTheWords_LacksNothing()
    {
        var names = DoubtFeatures.Names.ToList();

        var features = Doubts("Who opened the bridge in Leeds?", "The mayor opened the bridge in Leeds.");

        Assert.Equal(0, features[names.IndexOf("lackedRarity")]);
        Assert.Equal(1, features[names.IndexOf("coveredMeaning")]);
    }

    private static double[] Doubts(string question, string text)
    {
        var passage = new Passage
        {
            Number = 0,
            Range = new TextRange(0, text.Length),
            Sentences = [new TextRange(0, text.Length)],
        };
        var article = new ArchivedArticle(
            0,
            new Article
            {
                Source = "some",
                Text = text,
                Headline = "",
            },
            [passage]
        );
        RetrievedPassage[] retrieved = [new RetrievedPassage(article, passage, 1)];
        var pool = new QuestionInPool(QuestionReader.Read(question), retrieved, CandidateReader.Read(retrieved), null);
        return DoubtFeatures.Of(pool.Aligned[0]);
    }
}
