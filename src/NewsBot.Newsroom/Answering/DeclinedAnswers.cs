using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Answering;

/// <summary>Turns answers that must not be shown into declines.</summary>
internal static class DeclinedAnswers
{
    /// <summary>Returns the decline that replaces an answer; it names no source.</summary>
    public static Answer Declined(this Answer answer) =>
        new()
        {
            Question = answer.Question,
            UnderstoodAs = answer.UnderstoodAs,
            Searched = answer.Searched,
            Outcome = Outcome.NotFound,
            Text = Answer.NotAnswered,
            Composer = Answer.Extractive,
            Elapsed = answer.Elapsed,
        };
}
