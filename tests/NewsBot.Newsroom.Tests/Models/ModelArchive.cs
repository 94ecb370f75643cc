using NewsBot.Archive;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.State;
using NewsBot.Semantics;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models;

/// <summary>A kernel over an archive, with a scripted model behind a connector, and a memory of conversations.</summary>
public sealed class ModelArchive : IAsyncDisposable
{
    public static readonly ArticleLinks Links = new(new Uri("http://newsbot.test/"));

    private readonly ScriptedModelServer server;
    private readonly StateDatabase database = StateDatabase.Open(null, [ConversationMemory.Schema]);

    public ModelArchive(
        ArticleArchive archive,
        ScriptedModelServer server,
        ModelOptions? options = null,
        TimeProvider? time = null,
        ReadingModelLoader? reading = null
    )
    {
        this.server = server;
        var clock = time ?? TimeProvider.System;
        var limits = (options ?? Options(server)) with { Endpoint = server.Endpoint };
        var model = new ModelNewsroom(ModelConnectors.Chat(limits), limits, clock);
        Kernel = new NewsroomKernel(
            archive,
            Links,
            clock,
            new AnswerOptions { Conversations = new ConversationMemory(database, clock), Reading = reading },
            model
        );
    }

    public NewsroomKernel Kernel { get; }

    public static ModelOptions Options(ScriptedModelServer server) =>
        new()
        {
            Endpoint = server.Endpoint,
            Name = "scripted-1",
            ApiKey = "key-of-tests",
            Patience = TimeSpan.FromSeconds(60),
        };

    public Task<Answer> AskAsync(string question, string? conversation = null, string? account = null) =>
        Kernel.AskAsync(
            new QuestionRequest
            {
                Text = question,
                Conversation = conversation,
                BudgetAccount = account,
                Desk = null,
            },
            TestContext.Current.CancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await server.DisposeAsync();
    }
}
