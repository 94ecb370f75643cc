namespace NewsBot.Newsroom.Evaluation;

/// <summary>Represents the counts over all questions of a file. Immutable.</summary>
public sealed record EvaluationSummary
{
    /// <summary>Gets the number of questions that the articles answer.</summary>
    public required int Answerable { get; init; }

    /// <summary>Gets how many of these were answered right with a right source.</summary>
    public required int Right { get; init; }

    /// <summary>Gets how many of these were answered right with only other sources.</summary>
    public required int WrongSource { get; init; }

    /// <summary>Gets how many of these were answered wrong.</summary>
    public required int Wrong { get; init; }

    /// <summary>Gets how many of these were declined.</summary>
    public required int FalseRefusals { get; init; }

    /// <summary>Gets the number of questions that the articles do not answer.</summary>
    public required int Unanswerable { get; init; }

    /// <summary>Gets how many of these were declined.</summary>
    public required int Declined { get; init; }

    /// <summary>Gets the number of citations whose quote is not at its offsets in the article; anything but 0 is a defect.</summary>
    public required int BrokenCitations { get; init; }

    /// <summary>Gets the median time of an answer; zero when there are no results.</summary>
    public required TimeSpan MedianElapsed { get; init; }

    /// <summary>Adds up results.</summary>
    public static EvaluationSummary Of(IReadOnlyList<EvaluationResult> results, int brokenCitations)
    {
        var times = results.Select(result => result.Answer.Elapsed).Order().ToArray();
        return new EvaluationSummary
        {
            Answerable = results.Count(result => result.Question.Answerable),
            Right = Count(EvaluationVerdict.Right),
            WrongSource = Count(EvaluationVerdict.WrongSource),
            Wrong = Count(EvaluationVerdict.Wrong),
            FalseRefusals = Count(EvaluationVerdict.FalseRefusal),
            Unanswerable = results.Count(result => !result.Question.Answerable),
            Declined = Count(EvaluationVerdict.Declined),
            BrokenCitations = brokenCitations,
            MedianElapsed = times.Length == 0 ? TimeSpan.Zero : times[times.Length / 2],
        };

        int Count(EvaluationVerdict verdict) => results.Count(result => result.Verdict == verdict);
    }
}
