using System.Text.RegularExpressions;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Evaluation;

namespace NewsBot.Newsroom.Tests.Evaluation;

public sealed class EvaluationJudgeTests
{
    private static readonly EvaluationQuestion Question = new()
    {
        Id = "1",
        Question = "Where was Ann?",
        Must =
        [
            [new Regex("in Leeds")],
        ],
        MustNot = [new Regex("York")],
        CiteAny = ["a.txt"],
    };

    [Theory]
    [InlineData("Ann was in Leeds. [1]", "a.txt", EvaluationVerdict.Right)]
    [InlineData("Ann was in\u00A0Leeds. [1]", "a.txt", EvaluationVerdict.Right)]
    [InlineData("Ann was in Leeds. [1]", "b.txt", EvaluationVerdict.WrongSource)]
    [InlineData("Ann was in Hull. [1]", "a.txt", EvaluationVerdict.Wrong)]
    [InlineData("Ann was in Leeds, not York. [1]", "a.txt", EvaluationVerdict.Wrong)]
    public void Answer_IsJudgedByWordsAndSource(string text, string source, EvaluationVerdict expected)
    {
        Assert.Equal(expected, EvaluationJudge.Judge(Question, Answered(text, source)));
    }

    [Fact]
    public void Decline_OfAnswerableQuestion_IsFalseRefusal()
    {
        Assert.Equal(EvaluationVerdict.FalseRefusal, EvaluationJudge.Judge(Question, Declined()));
    }

    [Fact]
    public void UnanswerableQuestion_IsToBeDeclined()
    {
        var unanswerable = Question with { Answerable = false };

        Assert.Equal(EvaluationVerdict.Declined, EvaluationJudge.Judge(unanswerable, Declined()));
        Assert.Equal(EvaluationVerdict.FalseAnswer, EvaluationJudge.Judge(unanswerable, Answered("Ann was in Leeds. [1]", "a.txt")));
    }

    [Theory]
    [InlineData(Outcome.Sources)]
    [InlineData(Outcome.Reply)]
    [InlineData(Outcome.Invalid)]
    public void SourcesAndReplies_DoNotCountAsAnswered(Outcome outcome)
    {
        var reply = Answered("Ann was in Leeds. [1]", "a.txt") with { Outcome = outcome };

        Assert.Equal(EvaluationVerdict.FalseRefusal, EvaluationJudge.Judge(Question, reply));
        Assert.Equal(EvaluationVerdict.Declined, EvaluationJudge.Judge(Question with { Answerable = false }, reply));
    }

    [Theory]
    [InlineData("“Squid Game”", "The show Squid  Game returns.", EvaluationVerdict.Right)]
    [InlineData("game", "The show Gameboy returns.", EvaluationVerdict.Wrong)]
    public void ExpectedString_IsComparedByLettersAndDigits(string expected, string statement, EvaluationVerdict verdict)
    {
        var question = new EvaluationQuestion
        {
            Id = "1",
            Question = "Which show?",
            Answers = [expected],
        };

        Assert.Equal(verdict, EvaluationJudge.Judge(question, Answered(statement, "a.txt")));
    }

    private static Answer Declined() =>
        new()
        {
            Question = "?",
            Outcome = Outcome.NotFound,
            Text = "No.",
            Composer = "extractive",
            Elapsed = TimeSpan.Zero,
        };

    private static Answer Answered(string text, string source) =>
        new()
        {
            Question = "?",
            Outcome = Outcome.Answered,
            Text = text,
            Statements = [new Statement(text, [1])],
            Citations =
            [
                new Citation
                {
                    Number = 1,
                    Source = source,
                    Headline = "",
                    Quote = text,
                    Range = new TextRange(0, text.Length),
                    Link = "",
                },
            ],
            Composer = "extractive",
            Elapsed = TimeSpan.Zero,
        };
}
