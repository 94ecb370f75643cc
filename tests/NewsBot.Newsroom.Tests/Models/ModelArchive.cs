using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Questions;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models;

/// <summary>A pipeline over an archive, with a scripted model.</summary>
public sealed class ModelArchive(ArticleArchive archive, ScriptedModelServer server, ModelOptions? options = null, TimeProvider? time = null) : IAsyncDisposable
{
    public static readonly ArticleLinks Links = new(new Uri("http://newsbot.test/"));

    public QuestionPipeline Pipeline { get; } = new(archive, Links, time ?? TimeProvider.System)
    {
        Model = Orchestrator.Newsroom((options ?? Options(server)) with { Endpoint = server.Endpoint }, time ?? TimeProvider.System),
    };

    public static ModelOptions Options(ScriptedModelServer server) => new() { Endpoint = server.Endpoint, Name = "scripted-1", ApiKey = "key-of-tests", Patience = TimeSpan.FromSeconds(60) };

    public Task<Answer> AskAsync(string question, string? conversation = null, string? desk = null) =>
        Pipeline.AskAsync(new QuestionRequest { Text = question, Conversation = conversation, Desk = desk }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
