using System.Text.Json;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Newsroom.Feedback;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Feedback;

public sealed class FeedbackQuestionTests
{
    private static readonly Answer Seen = new()
    {
        Question = "What burned?",
        Outcome = Outcome.Answered,
        Text = SomeFeedback.On("").Answer!,
        Composer = "extractive",
        Elapsed = TimeSpan.Zero,
    };

    private static readonly Answer Other = Seen with { Text = "A barn burned. [1]" };

    private static readonly Answer Decline = Seen with { Outcome = Outcome.NotFound, Text = "The articles do not answer this question." };

    [Fact]
    public void LikedAnswer_MustCiteOneOfItsSources()
    {
        var question = ReadBack(SomeFeedback.On("What burned?") with { Id = 7 });

        Assert.Equal(("feedback-7", "What burned?"), (question.Id, question.Question));
        Assert.Equal(["mill.txt", "mayor.txt"], question.CiteAny);
        Assert.Equal(EvaluationVerdict.WrongSource, EvaluationJudge.Judge(question, Seen));
        Assert.Equal(EvaluationVerdict.FalseRefusal, EvaluationJudge.Judge(question, Decline));
    }

    [Fact]
    public void DislikedAnswer_MustNotBeGivenAgain_ButMayBeDeclined()
    {
        var question = ReadBack(SomeFeedback.On("What burned?") with { Reaction = ReaderFeedback.Dislike });

        Assert.Equal(EvaluationVerdict.Wrong, EvaluationJudge.Judge(question, Seen));
        Assert.Equal(EvaluationVerdict.Right, EvaluationJudge.Judge(question, Other));
        Assert.Equal(EvaluationVerdict.Right, EvaluationJudge.Judge(question, Decline));
    }

    [Fact]
    public void LikedDecline_IsToBeDeclinedAgain_AndADislikedOneAnswered()
    {
        var feedback = SomeFeedback.On("What burned?") with { Citations = [], Answer = Decline.Text };

        var liked = ReadBack(feedback);
        var disliked = ReadBack(feedback with { Reaction = ReaderFeedback.Dislike });

        Assert.Equal(EvaluationVerdict.Declined, EvaluationJudge.Judge(liked, Decline));
        Assert.Equal(EvaluationVerdict.FalseAnswer, EvaluationJudge.Judge(liked, Other));
        Assert.Equal(EvaluationVerdict.FalseRefusal, EvaluationJudge.Judge(disliked, Decline));
        Assert.Equal(EvaluationVerdict.Right, EvaluationJudge.Judge(disliked, Other));
    }

    [Fact]
    public void NewestThumbOnAQuestionCounts_AndOtherReactionsDoNot()
    {
        var lines = FeedbackQuestion
            .Lines([
                SomeFeedback.On("what burned?") with
                {
                    Reaction = ReaderFeedback.Dislike,
                    Comment = "Ça n’est pas ça",
                },
                SomeFeedback.On("What burned?"),
                SomeFeedback.On("Who?") with
                {
                    Reaction = "heart",
                },
                SomeFeedback.On("") with
                {
                    Question = null,
                },
            ])
            .ToList();

        using var line = JsonDocument.Parse(Assert.Single(lines));
        var seen = line.RootElement.GetProperty("feedback");
        Assert.Equal("dislike", seen.GetProperty("reaction").GetString());
        Assert.Contains("Ça n’est pas ça", lines[0], StringComparison.Ordinal);
        Assert.Equal("Passage around it.", seen.GetProperty("citations")[0].GetProperty("passage").GetString());
    }

    private static EvaluationQuestion ReadBack(ReaderFeedback feedback)
    {
        using var folder = new TemporaryFolder();
        folder.Write("feedback.jsonl", string.Join('\n', FeedbackQuestion.Lines([feedback])));
        return Assert.Single(EvaluationFile.Read(folder["feedback.jsonl"]));
    }
}
