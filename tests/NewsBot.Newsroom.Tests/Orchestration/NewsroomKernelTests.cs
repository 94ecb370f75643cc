using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Orchestration;

public sealed class NewsroomKernelTests(SeedArchive seeds)
{
    private const string Question = "How many drones were aimed at the Kremlin?";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NewsroomKernel Newsroom => seeds.Archive.Kernel;

    [Fact]
    public async Task Question_IsAnsweredByTheFunction_TypedInAndOut()
    {
        var asked = await Newsroom.AskAsync(new QuestionRequest { Text = Question, Desk = null }, Cancellation);

        var invoked = await Newsroom.Kernel.InvokeAsync<Answer>(
            "newsroom",
            "answer",
            new()
            {
                ["question"] = new QuestionRequest { Text = Question, Desk = null },
            },
            Cancellation
        );

        Assert.Equal(Outcome.Answered, asked.Outcome);
        Assert.Equal(asked.Text, invoked!.Text);
    }

    [Fact]
    public async Task Text_OfAQuestion_IsEnough()
    {
        var invoked = await Newsroom.Kernel.InvokeAsync<Answer>("newsroom", "answer", new() { ["question"] = Question }, Cancellation);

        Assert.Equal(Outcome.Answered, invoked!.Outcome);
    }

    [Fact]
    public async Task Steps_AreStreamedByTheSameFunction_AndEndWithTheAnswer()
    {
        var asked = await Newsroom.AskAsync(new QuestionRequest { Text = Question, Desk = null }, Cancellation);
        var steps = new List<AnswerStep>();

        await foreach (
            var step in Newsroom.Kernel.InvokeStreamingAsync<AnswerStep>(
                "newsroom",
                "answer",
                new() { ["question"] = Question },
                Cancellation
            )
        )
            steps.Add(step);

        Assert.Equal(asked.Text, Assert.Single(steps).Finished!.Text);
    }

    [Fact]
    public async Task Function_WithoutAQuestion_IsAMistakeOfTheProgram() =>
        await Assert.ThrowsAsync<KernelException>(() => Newsroom.Kernel.InvokeAsync<Answer>("newsroom", "answer", [], Cancellation));

    [Fact]
    public async Task Reader_WhoLeft_IsNotAnswered()
    {
        using var left = new CancellationTokenSource();
        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Newsroom.AskAsync(new QuestionRequest { Text = Question, Desk = null }, left.Token)
        );
    }

    [Fact]
    public void Plugin_OffersWhatIsDocumented()
    {
        var functions = Newsroom.Kernel.Plugins["newsroom"].GetFunctionsMetadata();

        Assert.Equal(["answer", "search_passages", "get_article"], functions.Select(function => function.Name));
        Assert.All(functions, function => Assert.Equal("newsroom", function.PluginName));
        Assert.All(functions, function => Assert.NotEmpty(function.Description));
        Assert.Equal(
            ["question", "query", "source", "start"],
            functions.SelectMany(function => function.Parameters).Select(parameter => parameter.Name)
        );
    }

    [Fact]
    public void ToolOfTheKernel_HasTheSchemaOfTheTool()
    {
        AIFunction tool = Newsroom.Kernel.Plugins["newsroom"]["search_passages"];

        Assert.Equal("string", tool.JsonSchema.GetProperty("properties").GetProperty("query").GetProperty("type").GetString());
    }
}
