using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Composing.Features;

namespace NewsBot.Benchmarks.Training;

/// <summary>A question with its candidates in the order of a model that did not see it.</summary>
internal sealed class RankedSamples
{
    /// <summary>A question that the articles do answer, though not its best candidates: half a reason to speak.</summary>
    private const double AnswerElsewhere = 0.5;

    public RankedSamples(QuestionSamples source, IReadOnlyList<double> probabilities)
    {
        Source = source;
        var order = Enumerable
            .Range(0, probabilities.Count)
            .OrderByDescending(i => probabilities[i])
            .Take(StatementComposer.MaxStatements)
            .ToArray();
        IsRightFirst = order is [var first, ..] && source.Candidates[first].IsShownRight;
        IsRightAmongThree = order
            .Where(i => probabilities[i] >= probabilities[order[0]] * StatementComposer.NearBest)
            .Any(i => source.Candidates[i].IsShownRight);
        Features =
            order.Length == 0
                ? null
                : AnswerFeatureList.Of(
                    [.. order.Select(i => probabilities[i])],
                    source.Candidates[order[0]].Features,
                    source.Candidates[order[0]].Doubts
                );
    }

    public QuestionSamples Source { get; }

    public bool IsRightFirst { get; }

    public bool IsRightAmongThree { get; }

    /// <summary>For the model of answers; null when there is no candidate.</summary>
    public double[]? Features { get; }

    public double Target =>
        !Source.Source.Question.Answerable ? 0
        : IsRightAmongThree ? 1
        : AnswerElsewhere;
}
