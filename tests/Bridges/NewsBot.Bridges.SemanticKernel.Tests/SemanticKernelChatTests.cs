using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NewsBot.Bridges.SemanticKernel.Tests;

public sealed class SemanticKernelChatTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.System, "Rules {{$of}} the house."), new(ChatRole.User, "Where was Putin?")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Conversation_ReachesTheModel_WithItsInstructionsAsTheyAre()
    {
        var model = new ScriptedModel(ScriptedModel.Writes("At ", "home."));
        using var chat = new SemanticKernelChat(model);

        var updates = await AllAsync(chat, new ChatOptions { Temperature = 0, MaxOutputTokens = 77 });

        Assert.Equal(["At ", "home."], updates.SelectMany(update => update.Contents).OfType<TextContent>().Select(text => text.Text));
        var (messages, options) = Assert.Single(model.Requests);
        Assert.Equal(["Rules {{$of}} the house.", "Where was Putin?"], messages.Select(message => message.Text));
        Assert.Equal([ChatRole.System, ChatRole.User], messages.Select(message => message.Role));
        Assert.Equal(0, options!.Temperature);
        Assert.Equal(77, options.MaxOutputTokens);
        Assert.Empty(model.Tools(0));
    }

    [Fact]
    public async Task ToolOfTheCaller_IsInvokedByTheAgent_AndItsResultReachesTheModel()
    {
        var asked = new List<string>();
        var tool = AIFunctionFactory.Create(
            (string query) =>
            {
                asked.Add(query);
                return $"passages about {query}";
            },
            "search_passages");
        var model = new ScriptedModel(ScriptedModel.Calls("search_passages", ("query", "Kremlin")), ScriptedModel.Writes("Done."));
        using var chat = new SemanticKernelChat(model);

        var updates = await AllAsync(chat, new ChatOptions { Tools = [tool] });

        Assert.Equal(["Kremlin"], asked);
        Assert.Equal(["search_passages"], model.Tools(0));
        Assert.Contains("passages about Kremlin", Assert.Single(model.Results), StringComparison.Ordinal);
        Assert.Equal("Done.", string.Concat(updates.Select(update => update.Text)));
        Assert.DoesNotContain(updates.SelectMany(update => update.Contents), content => content is FunctionCallContent);
        Assert.Equal(110, updates.SelectMany(update => update.Contents).OfType<UsageContent>().Last().Details.TotalTokenCount);
    }

    [Fact]
    public async Task ToolThatTheCallerOnlyDeclares_IsOffered_AndItsCallComesBack()
    {
        var model = new ScriptedModel(ScriptedModel.Calls("search_passages", ("query", "Kremlin")));
        using var chat = new SemanticKernelChat(model);

        var updates = await AllAsync(chat, new ChatOptions { Tools = [new Declared()] });

        var call = Assert.Single(updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>());
        Assert.Equal("search_passages", call.Name);
        Assert.Equal("Kremlin", call.Arguments!["query"]?.ToString());
        Assert.Single(model.Requests);
        Assert.Equal(["search_passages"], model.Tools(0));
    }

    [Fact]
    public async Task CallThatTheCallerAnswered_IsPartOfTheNextConversation()
    {
        var model = new ScriptedModel(ScriptedModel.Writes("Done."));
        using var chat = new SemanticKernelChat(model);
        ChatMessage[] messages =
        [
            .. Question,
            new(ChatRole.Assistant, [new FunctionCallContent("call-1", "search_passages", new Dictionary<string, object?> { ["query"] = "Kremlin" })]),
            new(ChatRole.Tool, [new FunctionResultContent("call-1", "what was found")]),
        ];

        await chat.GetResponseAsync(messages, new ChatOptions { Tools = [new Declared()] }, Cancellation);

        var sent = Assert.Single(model.Requests).Messages.SelectMany(message => message.Contents).ToList();
        Assert.Equal(("call-1", "search_passages"), sent.OfType<FunctionCallContent>().Select(call => (call.CallId, call.Name)).Single());
        Assert.Equal(("call-1", "what was found"), sent.OfType<FunctionResultContent>().Select(result => (result.CallId, $"{result.Result}")).Single());
    }

    [Fact]
    public async Task ModelThatCallsForEver_IsStopped()
    {
        var calls = 0;
        var tool = AIFunctionFactory.Create((string query) => $"{query}{++calls}", "search_passages");
        var model = new ScriptedModel(ScriptedModel.Calls("search_passages", ("query", "Kremlin")));
        using var chat = new SemanticKernelChat(model);

        await AllAsync(chat, new ChatOptions { Tools = [tool] });

        Assert.InRange(calls, 1, 5);
        Assert.InRange(model.Requests.Count, 1, 6);
    }

    [Fact]
    public async Task FailureOfTheModel_ComesOutAsItIs()
    {
        var model = new ScriptedModel(_ => throw new HttpRequestException("broken"));
        using var chat = new SemanticKernelChat(model);

        Assert.Equal("broken", (await Assert.ThrowsAsync<HttpRequestException>(() => AllAsync(chat, new ChatOptions()))).Message);
    }

    private static async Task<List<ChatResponseUpdate>> AllAsync(SemanticKernelChat chat, ChatOptions options)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(Question, options, Cancellation))
            updates.Add(update);
        return updates;
    }

    private sealed class Declared : AIFunctionDeclaration
    {
        public override string Name => "search_passages";

        public override string Description => "Finds passages.";

        public override JsonElement JsonSchema { get; } =
            JsonDocument.Parse("""{"type":"object","properties":{"query":{"type":"string"}},"required":["query"]}""").RootElement.Clone();
    }
}
