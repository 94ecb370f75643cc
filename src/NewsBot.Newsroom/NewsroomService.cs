using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Stories;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom;

/// <summary>Provides the newsroom over an open archive. Thread-safe.</summary>
/// <param name="archive">The open archive; not disposed of.</param>
/// <param name="kernel">Answers questions.</param>
/// <param name="links">Creates the addresses of article pages.</param>
/// <param name="digests">Writes digests; not disposed of.</param>
/// <param name="timelines">Writes timelines.</param>
/// <param name="subscriptions">Manages subscriptions to digests; null if the host delivers none.</param>
/// <param name="alerts">Manages alerts; null if the host delivers none.</param>
/// <param name="shown">Records the digests that conversations see; null if the host has none.</param>
public sealed class NewsroomService(
    ArticleArchive archive,
    NewsroomKernel kernel,
    ArticleLinks links,
    DigestWriter digests,
    TimelineWriter timelines,
    SubscriptionCommands? subscriptions = null,
    AlertCommands? alerts = null,
    SubscriptionStore? shown = null
) : INewsroom, IDisposable
{
    private readonly SuggestionIndex suggestions = new(archive);
    private readonly AnswerableQuestions questions = new(archive, kernel.AskAsync);
    private readonly DigestCache dayDigests = new(archive, digests);
    private readonly OtherReports otherReports = new(archive);
    private readonly DeskList desks = DeskList.None;

    /// <inheritdoc />
    public bool WritesWithModel => kernel.WritesWithModel;

    /// <summary>Gets the clock that decides what "yesterday" means; the system clock by default.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <inheritdoc />
    public DeskList Desks
    {
        get => Register?.Current ?? desks;
        init => desks = value;
    }

    /// <summary>Gets the desks with what commands change; null if commands change nothing.</summary>
    public DeskRegister? Register { get; init; }

    /// <summary>Gets the log of who asked and changed what; null: nothing is recorded.</summary>
    public AuditLog? Audit { get; init; }

    /// <inheritdoc />
    public IReadOnlySet<string> Managers { get; init; } = new HashSet<string>();

    /// <inheritdoc />
    public async Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        var answer = await kernel.AskAsync(request, cancellationToken).ConfigureAwait(false);
        Record(request, answer);
        return answer;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<AnswerStep> AskInStepsAsync(
        QuestionRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var step in kernel.AskInStepsAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (step.Finished is { } answer)
                Record(request, answer);
            yield return step;
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken) =>
        kernel.ExplainAsync(request, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<RetrievedPassage>> SearchAsync(
        PassageQuery query,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(rights);
        var (text, filter, _) = FilterWords.Read(query.Text, Today);
        return await archive
            .SearchAsync(filter.IsNone ? query : query with { Text = text }, rights.Scope with { Filter = filter }, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken) =>
        kernel.CheckAsync(text, rights, cancellationToken);

    /// <inheritdoc />
    public Task<GroundingVerdict> JudgeAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken) =>
        kernel.JudgeAsync(statement, quotes, cancellationToken);

    /// <inheritdoc />
    public async Task<ArchivedArticle?> FindArticleAsync(string source, ReaderRights rights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rights);
        return await archive.FindAsync(source, cancellationToken).ConfigureAwait(false) is { } found && rights.Allow(found.Article)
            ? found
            : null;
    }

    /// <inheritdoc />
    public async Task<RetrievedPassage?> PassageAsync(
        string source,
        TextRange quote,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) =>
        await FindArticleAsync(source, rights, cancellationToken).ConfigureAwait(false) is { } article
        && article.Passages.FirstOrDefault(one => one.Range.Start <= quote.Start && quote.Start < one.Range.End) is { } passage
            ? new RetrievedPassage(article, passage, 0)
            : null;

    /// <inheritdoc />
    public Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string typed,
        SuggestionKind kind,
        int top,
        ReaderRights rights,
        CancellationToken cancellationToken
    ) => suggestions.FindAsync(typed, kind, top, rights, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> SuggestQuestionsAsync(Answer? after, ReaderRights rights, CancellationToken cancellationToken) =>
        after is null
            ? questions.ToStartWithAsync(Today, rights, cancellationToken)
            : questions.AfterAsync(after, rights, cancellationToken);

    /// <inheritdoc />
    public async Task<ArchiveSummary> SummariseAsync(ReaderRights rights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rights);
        return (await archive.CatalogueAsync(cancellationToken).ConfigureAwait(false)).Summarise(rights.Desk?.Articles);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<Article>> OtherReportsAsync(Article article, ReaderRights rights, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        return otherReports.OfAsync(article, rights, cancellationToken);
    }

    /// <inheritdoc />
    public string LinkTo(string source, TextRange? marked = null) => marked is { } quote ? links.To(source, quote) : links.To(source);

    /// <inheritdoc />
    public Task<Digest?> DigestAsync(DigestRequest request, CancellationToken cancellationToken) =>
        dayDigests.WriteAsync(request, cancellationToken);

    /// <inheritdoc />
    public Task<Timeline> TimelineAsync(string topic, ReaderRights rights, CancellationToken cancellationToken) =>
        timelines.WriteAsync(topic, rights, cancellationToken);

    /// <inheritdoc />
    public Task<string> SubscribeAsync(SubscriptionRequest request, CancellationToken cancellationToken) =>
        subscriptions is null
            ? Task.FromResult("This host does not deliver digests.")
            : subscriptions.AnswerAsync(request, cancellationToken);

    /// <inheritdoc />
    public Task<string> DeskAsync(DeskRequest request, CancellationToken cancellationToken) =>
        Register is null
            ? Task.FromResult("On this host, only the settings put conversations and people on desks.")
            : new DeskCommands(Register, Time, Audit).AnswerAsync(request, cancellationToken);

    /// <inheritdoc />
    public Task ShowAsync(string channel, string conversation, Digest digest, CancellationToken cancellationToken) =>
        shown?.ShowAsync(channel, conversation, digest, cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc />
    public Task<string> AlertAsync(SubscriptionRequest request, CancellationToken cancellationToken) =>
        alerts is null ? Task.FromResult("This host does not deliver alerts.") : alerts.AnswerAsync(request, cancellationToken);

    /// <summary>Returns how a question ended, as the audit log names it: see <see cref="AuditEntry.Outcome"/>.</summary>
    public static string AuditedOutcome(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Outcome switch
        {
            Outcome.Answered => "answered",
            Outcome.NotFound => "declined",
            Outcome.Sources => "sources",
            Outcome.Reply => "reply",
            _ => "invalid",
        };
    }

    /// <inheritdoc />
    public void Record(AuditActor? by, AuditAction action, Desk? desk, string? target = null, string? words = null) =>
        Audit?.Record(by, action, target, desk?.Name, words);

    /// <inheritdoc />
    public async Task<string> FollowAsync(SubscriptionRequest request, string source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (alerts is null)
            return "This host does not deliver alerts.";
        var story = default(ShownStory);
        var rights = ReaderRights.Of(Desks.Of(request.Reader));
        if (await FindArticleAsync(source, rights, cancellationToken).ConfigureAwait(false) is { } found)
        {
            var others = await otherReports.OfAsync(found.Article, rights, cancellationToken).ConfigureAwait(false);
            story = ShownStory.Of(found.Article, others);
        }

        return await alerts.FollowArticleAsync(request, story, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => suggestions.Dispose();

    private void Record(QuestionRequest request, Answer answer) =>
        Audit?.Record(
            request.IsRepeated ? null : request.AskedBy,
            AuditAction.Asked,
            desk: request.Desk?.Name,
            question: request.Text,
            outcome: AuditedOutcome(answer),
            elapsed: answer.Elapsed
        );

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
}
