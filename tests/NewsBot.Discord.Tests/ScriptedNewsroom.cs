using System.Collections.Concurrent;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests;

/// <summary>A newsroom of one article, which answers every question with its first sentence unless a test says otherwise.</summary>
internal sealed class ScriptedNewsroom : INewsroom
{
    public const string Text = "Drones were aimed at the Kremlin on Wednesday. They were disabled by 14 officers. Nobody was hurt.";

    public const string Outlet = "The Example Times";

    public static readonly DateOnly Day = new(2023, 5, 3);

    private const string Source = "kremlin.txt";

    private const string Headline = "Drones over the Kremlin";

    private const string Link = "http://newsbot.test/articles/kremlin.txt";

    private const string FirstSentence = "Drones were aimed at the Kremlin on Wednesday.";

    private readonly Lock gate = new();
    private readonly List<QuestionRequest> questions = [];
    private readonly List<SubscriptionRequest> subscriptions = [];
    private readonly ConcurrentQueue<(AuditActor By, AuditAction Action, string? What)> recorded = [];
    private readonly List<DeskRequest> desksAsked = [];
    private readonly List<string> queries = [];
    private readonly List<string> followed = [];

    public bool WritesWithModel => false;

    public DeskList Desks => DeskList.None;

    public IReadOnlySet<string> Managers { get; set; } = new HashSet<string>();

    public List<Article> Articles { get; } =
    [Some.Article(Source, Text, Headline) with { Outlet = Outlet, Published = new DateTimeOffset(Day, default, default) }];

    public Func<QuestionRequest, CancellationToken, Task<Answer>>? Answering { get; set; }

    public Func<CancellationToken, Task>? BeforeSuggesting { get; set; }

    public Func<SubscriptionRequest, CancellationToken, Task<string>>? Subscribing { get; set; }

    /// <summary>Finds the questions that lead on from an answer; null: there are none.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<string>>>? Leading { get; set; }

    public IReadOnlyList<QuestionRequest> Questions
    {
        get
        {
            lock (gate)
                return [.. questions];
        }
    }

    /// <summary>What passages were looked for.</summary>
    public IReadOnlyList<string> Queries
    {
        get
        {
            lock (gate)
                return [.. queries];
        }
    }

    public IReadOnlyList<SubscriptionRequest> Subscriptions
    {
        get
        {
            lock (gate)
                return [.. subscriptions];
        }
    }

    /// <summary>What the audit log was told, besides questions.</summary>
    public IReadOnlyList<(AuditActor By, AuditAction Action, string? What)> Recorded => [.. recorded];

    public IReadOnlyList<DeskRequest> DesksAsked
    {
        get
        {
            lock (gate)
                return [.. desksAsked];
        }
    }

    public static Answer Answer(string question, params (string Quote, string Headline)[] citations) =>
        new()
        {
            Question = question,
            Outcome = citations.Length == 0 ? Outcome.NotFound : Outcome.Answered,
            Text =
                citations.Length == 0
                    ? "The archive does not answer this."
                    : string.Join(' ', citations.Select(citation => citation.Quote)),
            Statements = [.. citations.Select((citation, index) => new Statement(citation.Quote, [index + 1]))],
            Citations =
            [
                .. citations.Select(
                    (citation, index) =>
                        new Citation
                        {
                            Number = index + 1,
                            Source = Source,
                            Headline = citation.Headline,
                            Published = Day,
                            Outlet = Outlet,
                            Quote = citation.Quote,
                            Range = new TextRange(0, citation.Quote.Length),
                            Link = $"{Link}#q0-10",
                        }
                ),
            ],
            Nearest = citations.Length == 0 ? [new NearestSource(Source, Headline, Day, Link) { Outlet = Outlet }] : [],
            Composer = "extractive",
            Elapsed = TimeSpan.FromMilliseconds(3),
        };

    /// <summary>Gets the verdicts of a checked text's sentences, in turn.</summary>
    public static IReadOnlyList<CheckVerdict> Verdicts { get; } =
    [CheckVerdict.Supported, CheckVerdict.Contradicted, CheckVerdict.NotFound];

    public Task<Answer> AskAsync(QuestionRequest question, CancellationToken cancellationToken)
    {
        lock (gate)
            questions.Add(question);
        return Answering is { } answering
            ? answering(question, cancellationToken)
            : Task.FromResult(Answer(question.Text, (FirstSentence, Headline)));
    }

    public Task<IReadOnlyList<RetrievedPassage>> SearchAsync(PassageQuery query, ReaderRights rights, CancellationToken cancellationToken)
    {
        lock (gate)
            queries.Add(query.Text);
        return Task.FromResult<IReadOnlyList<RetrievedPassage>>([
            .. Articles
                .Select(Split)
                .SelectMany(article => article.Passages, (article, passage) => new RetrievedPassage(article, passage, 1))
                .Take(query.Top),
        ]);
    }

    public Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CheckedSentence>>([
            .. SentenceSplitter
                .Split(text)
                .Select(
                    (range, i) =>
                        new CheckedSentence(
                            range.In(text),
                            Verdicts[i % Verdicts.Count],
                            Verdicts[i % Verdicts.Count] == CheckVerdict.NotFound ? null : Articles[0],
                            new TextRange(0, Articles[0].Text.Length)
                        )
                ),
        ]);

    public Task<GroundingVerdict> JudgeAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ArchivedArticle?> FindArticleAsync(string source, ReaderRights rights, CancellationToken cancellationToken) =>
        Task.FromResult(Articles.FirstOrDefault(article => article.Source == source) is { } found ? Split(found) : null);

    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string typed,
        SuggestionKind kind,
        int top,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        if (BeforeSuggesting is { } before)
            await before(cancellationToken);
        var found = Articles.Where(article => article.Headline.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(top);
        return
        [
            .. found.Select(article => new Suggestion(article.Headline, kind == SuggestionKind.Article ? article.Source : article.Headline)
            {
                Source = article.Source,
            }),
        ];
    }

    public Task<IReadOnlyList<string>> SuggestQuestionsAsync(Answer? after, ReaderRights rights, CancellationToken cancellationToken) =>
        Leading?.Invoke(cancellationToken) ?? Task.FromResult<IReadOnlyList<string>>([]);

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

    public string LinkTo(string source, TextRange? marked = null) => $"http://newsbot.test/articles/{Uri.EscapeDataString(source)}";

    public Task<Digest?> DigestAsync(DigestRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<Digest?>(request.Date is { } day ? DigestOf(day) : null);

    public Task<Timeline> TimelineAsync(string topic, ReaderRights rights, CancellationToken cancellationToken)
    {
        var citations = Answer("", (FirstSentence, "Drones")).Citations;
        var day = new TimelineDay(citations[0].Published, [new Statement(citations[0].Quote, [1])]);
        return Task.FromResult(
            new Timeline
            {
                Topic = topic,
                Days = [day],
                Citations = citations,
            }
        );
    }

    public Task<string> SubscribeAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        lock (gate)
            subscriptions.Add(request);
        return Subscribing?.Invoke(request, cancellationToken) ?? Task.FromResult("Done.");
    }

    public Task<string> DeskAsync(DeskRequest request, CancellationToken cancellationToken)
    {
        lock (gate)
            desksAsked.Add(request);
        return Task.FromResult("The desk of this conversation is Sports.");
    }

    public Task ShowAsync(string channel, string conversation, Digest digest, CancellationToken cancellationToken)
    {
        Shown = (channel, conversation, digest);
        return Task.CompletedTask;
    }

    /// <summary>The digest that was shown last, and where.</summary>
    public (string Channel, string Conversation, Digest Digest)? Shown { get; private set; }

    public void Record(AuditActor? by, AuditAction action, Desk? desk, string? target = null, string? words = null) =>
        recorded.Enqueue((by!, action, target ?? words));

    public Task<string> AlertAsync(SubscriptionRequest request, CancellationToken cancellationToken) =>
        SubscribeAsync(request, cancellationToken);

    /// <summary>The sources of the articles whose stories were followed, in turn.</summary>
    public IReadOnlyList<string> Followed
    {
        get
        {
            lock (gate)
                return [.. followed];
        }
    }

    public Task<string> FollowAsync(SubscriptionRequest request, string source, CancellationToken cancellationToken)
    {
        lock (gate)
            followed.Add(source);
        return SubscribeAsync(request, cancellationToken);
    }

    public Task<Answer> AskWithoutModelAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<AnswerStep> AskInStepsAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<RetrievedPassage?> PassageAsync(string source, TextRange quote, ReaderRights rights, CancellationToken cancellationToken) =>
        Task.FromResult<RetrievedPassage?>(null);

    public static Digest DigestOf(DateOnly day) =>
        new()
        {
            Date = day,
            Articles = 1,
            Stories =
            [
                new DigestStory
                {
                    Headline = Headline,
                    Outlets = [Outlet],
                    Articles = 1,
                    Copies = 0,
                    First = day,
                    EarlierArticles = 0,
                    Statements = [new Statement(FirstSentence, [1])],
                    New = [],
                    Disagreements = [],
                    Sources = [new DigestSource(Source, Outlet, Headline, day, Link, false)],
                },
            ],
            Citations = Answer("", (FirstSentence, "Drones")).Citations,
        };

    private static ArchivedArticle Split(Article article) => new(1, article, ArticleSplitter.Split(article.Text));
}
