using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Index;
using NewsBot.Teams.Facade;
using NewsBot.Teams.Options;

namespace NewsBot.Teams.Load;

/// <summary>The Teams endpoint on a port of this machine: over the articles of a folder, or, without one, with a fixed answer.</summary>
internal static class LoadHost
{
    public static async Task RunAsync(int port, string data, string? seeds)
    {
        Directory.CreateDirectory(data);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (seeds is null)
        {
            builder.Services.AddSingleton<ITeamsNewsroom, FixedNewsroom>();
        }
        else
        {
            var archive = await ArticleArchive.OpenAsync(await LiteDbArticleStore.OpenAsync(Path.Combine(data, "newsbot.litedb"), CancellationToken.None), new InMemoryPassageIndex(), CancellationToken.None);
            await archive.IngestAsync([seeds], null, CancellationToken.None);
            builder.Services.AddSingleton(archive);
            builder.Services.AddSingleton(new ArticleLinks(new Uri($"http://127.0.0.1:{port}")));
            builder.Services.AddSingleton(provider => new NewsroomKernel(archive, provider.GetRequiredService<ArticleLinks>(), TimeProvider.System));
        }

        builder.Services.AddTeams(new TeamsOptions { DatabasePath = Path.Combine(data, "teams.db"), QueueCapacity = 100_000 });
        var app = builder.Build();
        app.MapTeams();
        await app.RunAsync();
    }

    private sealed class FixedNewsroom : ITeamsNewsroom
    {
        public bool WritesWithModel => false;

        public Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken) => Task.FromResult(new Answer
        {
            Question = request.Text,
            Outcome = Outcome.Answered,
            Text = "A sentence. [1]",
            Statements = [new Statement("A sentence.", [1])],
            Citations = [new Citation { Number = 1, Source = "a.txt", Headline = "An article", Quote = "A sentence.", Range = new TextRange(0, 11), Link = "http://127.0.0.1/articles/a.txt" }],
            Composer = "extractive",
            Elapsed = TimeSpan.Zero,
        });

        public async IAsyncEnumerable<AnswerProgress> AskWithProgressAsync(QuestionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new AnswerProgress { Answer = await AskAsync(request, cancellationToken) };
        }

        public Task<IReadOnlyList<SourcePassage>> SourcesAsync(string query, int top, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourcePassage>>([]);

        public Task<SourcePassage?> PassageAsync(string source, TextRange quote, CancellationToken cancellationToken) => Task.FromResult<SourcePassage?>(null);
    }
}
