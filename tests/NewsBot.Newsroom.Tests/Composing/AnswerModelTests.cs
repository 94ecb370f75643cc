using NewsBot.Newsroom.Composing.Features;
using NewsBot.Newsroom.Composing.Scoring;

namespace NewsBot.Newsroom.Tests.Composing;

public sealed class AnswerModelTests
{
    [Fact]
    public void Models_KnowTheFeaturesThatAreMeasured_InTheirOrder()
    {
        Assert.Equal(StatementFeatures.Names, AnswerModel.Default.Statements.Features);
        Assert.Equal(AnswerFeatureList.Names(StatementFeatures.Names), AnswerModel.Default.Answers.Features);
    }

    [Fact]
    public void Tree_TakesTheValueOfItsPattern()
    {
        var tree = new ObliviousTree([0, 1], [0.5, 2], [1, 2, 3, 4]);

        Assert.Equal([1, 2, 3, 4], [tree.Value([0.5, 2]), tree.Value([0.6, 2]), tree.Value([0.5, 3]), tree.Value([0.6, 3])]);
    }

    [Fact]
    public void Probability_IsTheLogisticOfTheSum()
    {
        var model = new BoostedTrees(["a"], -1, [new ObliviousTree([0], [0], [0, 1]), new ObliviousTree([0], [1], [0, 2])]);

        Assert.Equal(0.5, model.Probability([1]), 6);
        Assert.Equal(1 / (1 + Math.Exp(-2)), model.Probability([2]), 6);
    }
}
