using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Orchestration.Filters;

public sealed class BudgetFilterTests
{
    private readonly FakeTime time = new();

    [Theory]
    [InlineData("sport", 999, false)]
    [InlineData("sport", 1000, true)]
    [InlineData("politics", 1000, false)]
    [InlineData(null, 1000, false)]
    public async Task Desk_ThatSpentItsBudget_IsAnsweredWithoutTheModel(string? asks, int spent, bool isWithoutModel)
    {
        var budget = Budget();
        budget.Spend("sport", spent, TimeSpan.Zero);

        Assert.Equal(
            isWithoutModel,
            await IsWithoutModelAsync(
                budget,
                new QuestionRequest
                {
                    Text = "What rose?",
                    BudgetAccount = asks,
                    Desk = null,
                }
            )
        );
    }

    [Fact]
    public async Task QuestionsWithoutADesk_ShareOneBudget_UntilTheNextDay()
    {
        var budget = Budget();
        budget.Spend(null, 1000, TimeSpan.Zero);

        Assert.True(await IsWithoutModelAsync(budget, new QuestionRequest { Text = "What rose?", Desk = null }));
        time.Advance(TimeSpan.FromDays(1));
        Assert.False(await IsWithoutModelAsync(budget, new QuestionRequest { Text = "What rose?", Desk = null }));
    }

    [Fact]
    public async Task Question_ThatWantsNoModel_GetsNone() =>
        Assert.True(
            await IsWithoutModelAsync(
                Budget(),
                new QuestionRequest
                {
                    Text = "What rose?",
                    WithoutModel = true,
                    Desk = null,
                }
            )
        );

    private static async Task<bool> IsWithoutModelAsync(ModelBudget budget, QuestionRequest question)
    {
        var filtered = new FilteredAnswer(new BudgetFilter(budget), _ => SomeAnswer.Grounded());
        await filtered.AskAsync(question);
        return filtered.Asked!.WithoutModel;
    }

    private ModelBudget Budget() =>
        new(
            new ModelOptions
            {
                Endpoint = new Uri("http://model.invalid/"),
                Name = "scripted",
                TokensPerAccountAndDay = 1000,
            },
            time
        );
}
