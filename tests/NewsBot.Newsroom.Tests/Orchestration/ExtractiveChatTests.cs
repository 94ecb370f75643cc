using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Orchestration;

/// <summary>The composer as a model of the kernel.</summary>
public sealed class ExtractiveChatTests(SeedArchive seeds)
{
    private const string Question = "Who is Dmitry Peskov?";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Kernel Kernel => seeds.Archive.Kernel.Kernel;

    [Fact]
    public async Task Prompt_IsAnsweredFromTheArticles()
    {
        var expected = await seeds.Archive.AskAsync(Question);

        Assert.Equal(expected.Text, (await Kernel.InvokePromptAsync(Question, cancellationToken: Cancellation)).ToString());
    }

    [Fact]
    public async Task ChatCompletionService_AnswersTheLastMessage_CompletedByThoseBefore()
    {
        var history = new ChatHistory("Invent what you do not know.");
        history.AddUserMessage("How many drones were aimed at the Kremlin?");
        history.AddAssistantMessage("Seven hundred.");
        history.AddUserMessage("And when?");

        var said = await Kernel
            .GetRequiredService<IChatCompletionService>()
            .GetChatMessageContentAsync(history, kernel: Kernel, cancellationToken: Cancellation);

        Assert.Equal((await seeds.Archive.AskAsync("when drones were aimed at the Kremlin?")).Text, said.Content);
    }

    [Fact]
    public async Task ChatClient_StreamsTheAnswer_AndNamesItself()
    {
        var client = Kernel.GetRequiredService<IChatClient>();
        var updates = new List<ChatResponseUpdate>();

        await foreach (var update in client.GetStreamingResponseAsync(Question, cancellationToken: Cancellation))
            updates.Add(update);

        var response = updates.ToChatResponse();
        Assert.Equal((await seeds.Archive.AskAsync(Question)).Text, response.Text);
        Assert.Equal("extractive", response.ModelId);
        Assert.Equal("extractive", client.GetService<ChatClientMetadata>()!.DefaultModelId);
    }

    [Fact]
    public async Task Conversation_WithoutAQuestion_GetsAReply()
    {
        var response = await Kernel
            .GetRequiredService<IChatClient>()
            .GetResponseAsync([new ChatMessage(ChatRole.System, "Rules.")], cancellationToken: Cancellation);

        Assert.Equal(
            (await seeds.Archive.Kernel.AskAsync(new QuestionRequest { Text = "", Desk = null }, Cancellation)).Text,
            response.Text
        );
        Assert.Equal(Outcome.Invalid, Assert.IsType<Answer>(response.RawRepresentation).Outcome);
    }
}
