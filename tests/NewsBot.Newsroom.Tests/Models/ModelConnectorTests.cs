using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models;

/// <summary>What the connectors send, and to where.</summary>
public sealed class ModelConnectorTests(SeedArchive seeds)
{
    private const string Key = "key-of-tests";
    private const string Honest = "Putin was not in the Kremlin at the time of the alleged strike.";

    [Theory]
    [InlineData(ModelProvider.OpenAI, "/v1/chat/completions", "Bearer key-of-tests", null)]
    [InlineData(ModelProvider.AzureOpenAI, "/openai/deployments/scripted-1/chat/completions", null, Key)]
    public async Task Question_ReachesTheModel_WhereItsProviderHasIt(
        ModelProvider provider,
        string path,
        string? authorization,
        string? apiKey
    )
    {
        await using var server = await ScriptedModelServer.StartAsync(call =>
            call.Messages.Count == 2
                ? ModelReply.Searching("Kremlin")
                : ModelReply.Statements(
                    new ScriptedStatement(
                        Honest,
                        new ScriptedCitation(call.IdOf("Putin was not in the Kremlin at the time of the alleged strike")!, Honest[..^1])
                    )
                )
        );
        var endpoint = provider == ModelProvider.OpenAI ? server.Endpoint : server.AzureEndpoint;
        var options = new ModelOptions
        {
            Provider = provider,
            Endpoint = endpoint,
            ApiKey = Key,
            Name = "scripted-1",
            Patience = TimeSpan.FromSeconds(60),
        };
        var kernel = new NewsroomKernel(
            seeds.Archive.Archive,
            ModelArchive.Links,
            TimeProvider.System,
            new AnswerOptions(),
            new ModelNewsroom(ModelConnectors.Chat(options), options, TimeProvider.System)
        );

        var answer = await kernel.AskAsync(
            new QuestionRequest { Text = "Where was Putin?", Desk = null },
            TestContext.Current.CancellationToken
        );

        Assert.Equal("scripted-1", answer.Composer);
        Assert.Equal(2, server.Calls.Count);
        Assert.All(server.Calls, call => Assert.Equal((path, authorization, apiKey), (call.Path, call.Authorization, call.ApiKey)));
        Assert.Equal(
            [
                ["search_passages", "get_article"],
                ["search_passages", "get_article"],
            ],
            server.Calls.Select(call => call.Tools)
        );
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI)]
    [InlineData(ModelProvider.AzureOpenAI)]
    public async Task Text_IsEmbedded_WhereItsProviderHasIt(ModelProvider provider)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        var endpoint = provider == ModelProvider.OpenAI ? server.Endpoint : server.AzureEndpoint;
        var options = new EmbeddingOptions
        {
            Provider = provider,
            Endpoint = endpoint,
            ApiKey = Key,
            Name = "vectors-1",
            QueryPatience = TimeSpan.FromMinutes(1),
        };

        var vector = await new PassageEmbedder(ModelConnectors.Embeddings(options), options, TimeProvider.System).EmbedQueryAsync(
            "one",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(ScriptedVectors.Of("one"), vector!.Value.ToArray());
    }
}
