using NewsBot.Newsroom.Evaluation;

namespace NewsBot.Wire;

/// <summary>Represents the scores of an evaluation.</summary>
internal sealed record EvaluationJson
{
    /// <summary>Gets the number of questions that the articles answer.</summary>
    public required int Answerable { get; init; }

    /// <summary>Gets how many of these were answered correctly from a correct source.</summary>
    public required int Right { get; init; }

    /// <summary>Gets how many of these were answered correctly, but only from other sources.</summary>
    public required int WrongSource { get; init; }

    /// <summary>Gets how many of these were answered wrongly.</summary>
    public required int Wrong { get; init; }

    /// <summary>Gets how many of these were declined.</summary>
    public required int FalseRefusals { get; init; }

    /// <summary>Gets the number of questions that the articles do not answer.</summary>
    public required int Unanswerable { get; init; }

    /// <summary>Gets how many of these were declined.</summary>
    public required int Declined { get; init; }

    /// <summary>Gets the number of citations that are not verbatim.</summary>
    public required int BrokenCitations { get; init; }

    /// <summary>Gets the median time of an answer in milliseconds, to a hundredth.</summary>
    public required double MedianMilliseconds { get; init; }

    /// <summary>Gets the questions in order.</summary>
    public required IReadOnlyList<EvaluatedQuestionJson> Questions { get; init; }

    /// <summary>Maps an evaluation.</summary>
    public static EvaluationJson From(EvaluationSummary summary, IReadOnlyList<EvaluationResult> results) =>
        new()
        {
            Answerable = summary.Answerable,
            Right = summary.Right,
            WrongSource = summary.WrongSource,
            Wrong = summary.Wrong,
            FalseRefusals = summary.FalseRefusals,
            Unanswerable = summary.Unanswerable,
            Declined = summary.Declined,
            BrokenCitations = summary.BrokenCitations,
            MedianMilliseconds = Math.Round(summary.MedianElapsed.TotalMilliseconds, 2),
            Questions =
            [
                .. results.Select(result => new EvaluatedQuestionJson(
                    result.Question.Id,
                    Name(result.Verdict),
                    AnswerJson.From(result.Answer)
                )),
            ],
        };

    /// <summary>Returns a verdict's name in JSON.</summary>
    public static string Name(EvaluationVerdict verdict) =>
        verdict switch
        {
            EvaluationVerdict.Right => "right",
            EvaluationVerdict.WrongSource => "wrong_source",
            EvaluationVerdict.Wrong => "wrong",
            EvaluationVerdict.FalseRefusal => "false_refusal",
            EvaluationVerdict.Declined => "declined",
            EvaluationVerdict.FalseAnswer => "false_answer",
            _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
        };
}
