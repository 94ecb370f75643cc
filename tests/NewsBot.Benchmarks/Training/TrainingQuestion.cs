using NewsBot.Newsroom.Evaluation;

namespace NewsBot.Benchmarks.Training;

/// <summary>A question to learn from.</summary>
/// <param name="Question">What is asked, and what is right.</param>
/// <param name="Fold">The group that is held out together: a SQuAD article, a quarter of the news questions, a seed question by
/// itself.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record TrainingQuestion(EvaluationQuestion Question, int Fold, double Weight)
{
    /// <summary>An article counts as right when it holds the answer, whether or not the set names it: the set's own measure.</summary>
    public bool IsAnyArticleRight { get; init; }
}
