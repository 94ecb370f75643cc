using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Search.Index;
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
            builder.Services.AddSingleton<INewsroom, FixedNewsroom>();
        }
        else
        {
            var archive = await ArticleArchive.OpenAsync(
                await LiteDbArticleStore.OpenAsync(Path.Combine(data, "newsbot.litedb"), CancellationToken.None),
                new InMemoryPassageIndex(),
                CancellationToken.None
            );
            await archive.IngestAsync([seeds], null, CancellationToken.None);
            var links = new ArticleLinks(new Uri($"http://127.0.0.1:{port}"));
            var kernel = new NewsroomKernel(archive, links, TimeProvider.System);
            var digests = new DigestWriter(archive, links);
            builder.Services.AddSingleton<INewsroom>(_ => new NewsroomService(
                archive,
                kernel,
                links,
                digests,
                new TimelineWriter(archive, links)
            ));
        }

        var state = Path.Combine(data, StateDatabase.FileName);
        builder.Services.AddSingleton(services => StateDatabase.Open(state, services.GetServices<StateSchema>()));
        builder.Services.AddTeams(
            new TeamsOptions
            {
                DataDirectory = data,
                QueueCapacity = 100_000,
                AllowedServiceHosts = ["127.0.0.1"],
            }
        );
        var app = builder.Build();
        app.MapTeams();
        await app.RunAsync();
    }

    private sealed class FixedNewsroom : INewsroom
    {
        public bool WritesWithModel => false;

        public Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(
                new Answer
                {
                    Question = request.Text,
                    Outcome = Outcome.Answered,
                    Text = "A sentence. [1]",
                    Statements = [new Statement("A sentence.", [1])],
                    Citations =
                    [
                        new Citation
                        {
                            Number = 1,
                            Source = "a.txt",
                            Headline = "An article",
                            Quote = "A sentence.",
                            Range = new TextRange(0, 11),
                            Link = "http://127.0.0.1/articles/a.txt",
                        },
                    ],
                    Composer = "extractive",
                    Elapsed = TimeSpan.Zero,
                }
            );

        public DeskList Desks => DeskList.None;

        public IReadOnlySet<string> Managers { get; } = new HashSet<string>();

        public async IAsyncEnumerable<AnswerStep> AskInStepsAsync(
            QuestionRequest request,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            yield return new AnswerStep { Finished = await AskAsync(request, cancellationToken) };
        }

        public Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AnswerExplanation>>([]);

        public Task<IReadOnlyList<RetrievedPassage>> SearchAsync(
            PassageQuery query,
            ReaderRights rights,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<RetrievedPassage>>([]);

        public Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<GroundingVerdict> JudgeAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ArchivedArticle?> FindArticleAsync(string source, ReaderRights rights, CancellationToken cancellationToken) =>
            Task.FromResult<ArchivedArticle?>(null);

        public Task<RetrievedPassage?> PassageAsync(
            string source,
            TextRange quote,
            ReaderRights rights,
            CancellationToken cancellationToken
        ) => Task.FromResult<RetrievedPassage?>(null);

        public Task<IReadOnlyList<Suggestion>> SuggestAsync(
            string typed,
            SuggestionKind kind,
            int top,
            ReaderRights rights,
            CancellationToken cancellationToken
        ) => Task.FromResult<IReadOnlyList<Suggestion>>([]);

        public Task<IReadOnlyList<string>> SuggestQuestionsAsync(Answer? after, ReaderRights rights, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>([]);

        public Task<ArchiveSummary> SummariseAsync(ReaderRights rights, CancellationToken cancellationToken) =>
            Task.FromResult(
                new ArchiveSummary
                {
                    Articles = 0,
                    Days = new NewsDays([]),
                    Outlets = [],
                    Sections = [],
                }
            );

        public Task<IReadOnlyList<Article>> OtherReportsAsync(Article article, ReaderRights rights, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Article>>([]);

        public string LinkTo(string source, TextRange? marked = null) => "http://127.0.0.1/articles/" + source;

        public Task<Digest?> DigestAsync(DigestRequest request, CancellationToken cancellationToken) => Task.FromResult<Digest?>(null);

        public Task<Timeline> TimelineAsync(string topic, ReaderRights rights, CancellationToken cancellationToken) =>
            Task.FromResult(
                new Timeline
                {
                    Topic = topic,
                    Days = [],
                    Citations = [],
                }
            );

        public Task<string> SubscribeAsync(SubscriptionRequest request, CancellationToken cancellationToken) =>
            Task.FromResult("Not here.");

        public Task<string> DeskAsync(DeskRequest request, CancellationToken cancellationToken) => Task.FromResult("Not here.");

        public Task ShowAsync(string channel, string conversation, Digest digest, CancellationToken cancellationToken) =>
            Task.CompletedTask;

        public Task<string> AlertAsync(SubscriptionRequest request, CancellationToken cancellationToken) =>
            SubscribeAsync(request, cancellationToken);

        public Task<string> FollowAsync(SubscriptionRequest request, string source, CancellationToken cancellationToken) =>
            SubscribeAsync(request, cancellationToken);

        public void Record(AuditActor? by, AuditAction action, Desk? desk, string? target = null, string? words = null) { }
    }
}
