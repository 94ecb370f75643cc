using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Tests.Layout;
using NewsBot.Text;

namespace NewsBot.Tests.CommandLine;

/// <summary>What people see on the command line, whole.</summary>
public sealed class AnswerTextTests
{
    [Fact]
    public void FollowUpWithDisagreement_IsPaintedWhole()
    {
        Assert.Equal(
            """
            Understood as: who was hurt in the mill?

            The old mill burned down on Monday. [1] [4]

            The sources disagree. Newest first:
              - chief.txt, 4 May 2023: Two people were hurt, the fire chief said. [2]
              - mayor.txt: Nobody was hurt, the mayor said. [3]

            [1] mill.txt, Ashford Gazette, 3 May 2023
                Mill <burns> down
                http://newsbot.test/articles/mill.txt

            [2] chief.txt, 4 May 2023
                Fire chief speaks
                http://newsbot.test/articles/chief.txt

            [3] mayor.txt
                Mayor speaks
                http://newsbot.test/articles/mayor.txt

            [4] mill.txt, Ashford Gazette, 3 May 2023
                Mill <burns> down
                > It burned for hours.
                http://newsbot.test/articles/mill.txt

            Word for word from 3 articles, as of 4 May 2023.

            """,
            Paint(SomeAnswers.Disputed)
        );
    }

    [Fact]
    public void SeveralQuestions_AreHeadings_AndOneWithoutAnswerIsSaid()
    {
        Assert.StartsWith(
            """
            What burned down?
            The old mill burned down on Monday. [1]

            The articles do not answer: Who paid?

            Who was hurt?
            Nobody was hurt, the mayor said. [2]

            [1] mill.txt, Ashford Gazette, 3 May 2023
            """,
            Paint(SomeAnswers.Several),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Decline_OffersTheNearestSources()
    {
        Assert.Equal(
            """
            The articles do not answer this question.

            The nearest sources, which do not answer the question:

              - mill.txt, 3 May 2023
                Mill <burns> down
                http://newsbot.test/articles/mill.txt

              - mayor.txt
                Mayor speaks
                http://newsbot.test/articles/mayor.txt

            """,
            Paint(SomeAnswers.Declined)
        );
    }

    [Fact]
    public void Sources_ArePaintedAsTheVerbPaintsThem()
    {
        Assert.Equal("1. mill.txt (0.50)\n   Mill <burns> down\n   The old mill burned down on Monday.\n", Paint(SomeAnswers.Sources));
    }

    [Fact]
    public void Reply_IsItsWords()
    {
        Assert.Equal("Hello!\n", Paint(SomeAnswers.Reply));
    }

    private static string Paint(Answer answer)
    {
        using var output = new StringWriter { NewLine = "\n" };
        AnswerText.Write(output, answer);
        return output.ToString();
    }
}
