using System.Runtime.CompilerServices;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.Passages;
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

namespace NewsBot.Teams.Tests.Support;

/// <summary>Represents a newsroom with answers set by the test.</summary>
internal sealed class FakeNewsroom : INewsroom
{
    public Func<QuestionRequest, Task<Answer>> Answer { get; set; } = request => Task.FromResult(Given.Answer(request.Text));
    public Func<Answer?, CancellationToken, Task<IReadOnlyList<string>>> LeadsOn { get; set; } =
        (_, _) => Task.FromResult<IReadOnlyList<string>>([]);
    public IReadOnlyList<RetrievedPassage> Passages { get; set; } = [Given.Found()];
    public RetrievedPassage? Passage { get; set; } = Given.Found();
    public Digest? Digest { get; set; }
    public Timeline? Timeline { get; set; }
    public IReadOnlyList<AnswerStep>? Steps { get; set; }
    public Action BetweenSteps { get; set; } = () => { };
    public List<QuestionRequest> Asked { get; } = [];
    public List<(AuditActor By, AuditAction Action, string? What)> Recorded { get; } = [];
    public IReadOnlyList<CheckedSentence> Checked { get; set; } = [];
    public List<PassageQuery> Searched { get; } = [];
    public List<DigestRequest> DigestsAsked { get; } = [];
    public List<(string Topic, Desk? Desk)> TimelinesAsked { get; } = [];
    public List<SubscriptionRequest> Subscribed { get; } = [];

    public List<DeskRequest> DesksAsked { get; } = [];

    public List<SubscriptionRequest> Alerted { get; } = [];

    public bool WritesWithModel => Steps is not null;
    public DeskList Desks { get; init; } = DeskList.None;
    public IReadOnlySet<string> Managers { get; init; } = new HashSet<string>();

    public Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        lock (Asked)
            Asked.Add(request);
        return Answer(request).WaitAsync(cancellationToken);
    }

    public async IAsyncEnumerable<AnswerStep> AskInStepsAsync(
        QuestionRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var step in Steps ?? [])
        {
            await Task.Yield();
            yield return step;
            BetweenSteps();
        }
    }

    public Task<IReadOnlyList<RetrievedPassage>> SearchAsync(PassageQuery query, ReaderRights rights, CancellationToken cancellationToken)
    {
        Searched.Add(query);
        return Task.FromResult<IReadOnlyList<RetrievedPassage>>([.. Passages.Take(query.Top)]);
    }

    public Task<RetrievedPassage?> PassageAsync(string source, TextRange quote, ReaderRights rights, CancellationToken cancellationToken) =>
        Task.FromResult(Passage);

    public Task<IReadOnlyList<string>> SuggestQuestionsAsync(Answer? after, ReaderRights rights, CancellationToken cancellationToken) =>
        LeadsOn(after, cancellationToken);

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

    public string LinkTo(string source, TextRange? marked = null) => $"http://127.0.0.1:3978/articles/{source}";

    public Task<Digest?> DigestAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        DigestsAsked.Add(request);
        return Task.FromResult(Digest);
    }

    public Task<Timeline> TimelineAsync(string topic, ReaderRights rights, CancellationToken cancellationToken)
    {
        TimelinesAsked.Add((topic, rights.Desk));
        return Task.FromResult(
            Timeline
                ?? new Timeline
                {
                    Topic = topic,
                    Days = [],
                    Citations = [],
                }
        );
    }

    public Task<string> SubscribeAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        Subscribed.Add(request);
        return Task.FromResult("Subscription 1: *daily*\nIt is posted here.");
    }

    public Task<string> DeskAsync(DeskRequest request, CancellationToken cancellationToken)
    {
        DesksAsked.Add(request);
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
        Recorded.Add((by!, action, target ?? words));

    public Task<string> AlertAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        Alerted.Add(request);
        return Task.FromResult("Alert 1: *drone*.");
    }

    public List<(SubscriptionRequest Request, string Source)> Followed { get; } = [];

    public Task<string> FollowAsync(SubscriptionRequest request, string source, CancellationToken cancellationToken)
    {
        Followed.Add((request, source));
        return Task.FromResult("Alert 1: the story “Drones over the *Kremlin*”.");
    }

    public Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken) =>
        Task.FromResult(Checked);

    public Task<GroundingVerdict> JudgeAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ArchivedArticle?> FindArticleAsync(string source, ReaderRights rights, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string typed,
        SuggestionKind kind,
        int top,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();
}
