using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Composing.Reading;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Versions;
using NewsBot.Newsroom.Writing;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Answering;

/// <summary>
/// Takes one question from start to finish: read, complete, retrieve, understand, compose, write; then a language model may write a better
/// answer. Questions and models never cause an exception; a failing store does. Thread-safe.
/// </summary>
/// <param name="retriever">Finds passages.</param>
/// <param name="versions">Checks the versions that an answer cites before it leaves.</param>
/// <param name="links">Creates the links of citations.</param>
/// <param name="time">Measures how long an answer takes, and gives the current day (UTC) for commands.</param>
/// <param name="options">How questions are answered.</param>
/// <param name="model">The language model that may write answers; null for none.</param>
internal sealed class QuestionPipeline(
    PassageRetriever retriever,
    VersionNotes versions,
    ArticleLinks links,
    TimeProvider time,
    AnswerOptions options,
    ModelNewsroom? model
)
{
    /// <summary>Maximum number of passages listed by <c>sources …</c>.</summary>
    private const int MaxSources = 10;

    private readonly StatementComposer composer = new(AnswerModel.Default)
    {
        Threshold = options.Threshold ?? StatementComposer.DefaultThreshold,
    };
    private readonly AnswerWriter writer = new(links);
    private readonly WithdrawnReports withdrawn = new(retriever);
    private readonly FollowUps followUps = new(options.Conversations);

    private double ReadingThreshold => options.Threshold ?? ReadingComposer.DefaultThreshold;

    /// <summary>Gets a value indicating whether a language model may write answers.</summary>
    public bool WritesWithModel => model is not null;

    /// <summary>Answers a message in any number of steps without an answer, followed by one with it.</summary>
    /// <param name="request">The message as received.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="tools">The tools that the language model may call.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async IAsyncEnumerable<AnswerStep> AnswerAsync(
        QuestionRequest request,
        ReaderRights rights,
        IReadOnlyList<AIFunction> tools,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        var act = ReadAct(request);
        if (act is not DialogueAct.Question { Text: var text, Filter: var filter })
        {
            var reply = act switch
            {
                DialogueAct.Sources { Query.Length: > 0 } sources => await ListSourcesAsync(
                        request,
                        sources,
                        rights with
                        {
                            Filter = sources.Filter,
                        },
                        cancellationToken
                    )
                    .ConfigureAwait(false),
                DialogueAct.Check { Text: { Length: > 0 } claims } => await ReportCheckAsync(request, claims, rights, cancellationToken)
                    .ConfigureAwait(false),
                _ => AnswerWriter.Reply(request.Text, act, TimeSpan.Zero),
            };
            yield return new AnswerStep { Finished = reply with { Elapsed = time.GetElapsedTime(start) } };
            yield break;
        }

        if (!QuestionLanguage.MayBeEnglish(AnnotatedText.Read(text)))
        {
            yield return new AnswerStep { Finished = AnswerWriter.InAnotherLanguage(request.Text, time.GetElapsedTime(start)) };
            yield break;
        }

        rights = rights with { Filter = filter };
        var behind = await retriever.BehindAsync(cancellationToken).ConfigureAwait(false);
        var (understood, previous) = await followUps.CompleteAsync(ConversationOf(request), text, cancellationToken).ConfigureAwait(false);
        var parts = new List<AnsweredPart>();
        var topic = FirstReport.TopicOf(text);
        if (topic is not null)
            parts.Add(
                await ComposeFirstAsync(text, topic.Length > 0 ? topic : previous ?? "", rights, cancellationToken).ConfigureAwait(false)
            );
        else
            foreach (var question in QuestionSplitter.Split(understood))
                parts.Add(await ComposeAsync(question, rights, cancellationToken).ConfigureAwait(false));
        var extractive = await NotedAsync(Write(understood, parts), rights, topic is not null, cancellationToken).ConfigureAwait(false) with
        {
            Question = request.Text,
            UnderstoodAs = understood == text ? null : understood,
            Searched = filter,
            ArticlesBehind = behind,
        };
        await followUps.RememberAsync(ConversationOf(request), understood, request.AskedBy?.Id, cancellationToken).ConfigureAwait(false);
        extractive = extractive with { Elapsed = time.GetElapsedTime(start) };
        if (model is null || request.WithoutModel || topic is not null)
        {
            yield return new AnswerStep { Finished = extractive };
            yield break;
        }

        var asked = new AskedQuestion(request, understood, previous, extractive)
        {
            Rights = rights,
            Reader = await ReadingModelAsync(cancellationToken).ConfigureAwait(false),
            Start = start,
        };
        await foreach (
            var step in new ModelWriter(model, retriever, writer, tools).WriteAsync(asked, cancellationToken).ConfigureAwait(false)
        )
            yield return step.Finished is { IsWrittenByModel: true } finished
                ? step with
                {
                    Finished = await NotedAsync(finished with { ArticlesBehind = behind }, rights, false, cancellationToken)
                        .ConfigureAwait(false),
                }
                : step;
    }

    /// <summary>
    /// Explains how each question of a message is understood and what is found for it; empty if the message is not a question.
    /// </summary>
    public async Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        if (ReadAct(request) is not DialogueAct.Question { Text: var text, Filter: var filter })
            return [];
        var explained = new List<AnswerExplanation>();
        foreach (var part in QuestionSplitter.Split(text))
        {
            var (question, passages) = await ReadAsync(part, ReaderRights.Of(request) with { Filter = filter }, cancellationToken)
                .ConfigureAwait(false);
            var reader = await ReadingModelAsync(cancellationToken).ConfigureAwait(false);
            var scored = reader is null
                ? composer.Score(question, passages, request.AsOf)
                : Reading(reader, cancellationToken).Score(question, passages, request.AsOf);
            explained.Add(
                AnswerExplainer.Explain(question, scored, passages.Count, reader is null ? composer.Threshold : ReadingThreshold)
            );
        }

        return explained;
    }

    private async Task<AnsweredPart> ComposeAsync(string text, ReaderRights rights, CancellationToken cancellationToken)
    {
        var (question, passages) = await ReadAsync(text, rights, cancellationToken).ConfigureAwait(false);
        using var step = AnswerTelemetry.Step("compose");
        var reader = await ReadingModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            BroadQuestion.Read(question.Text.Text) is { } broad
            && SummaryComposer.Compose(broad, passages, reader is null ? null : new ReportComparer(reader, cancellationToken))
                is { } summary
        )
            return new AnsweredPart(text, passages, summary);
        return new AnsweredPart(
            text,
            passages,
            reader is null
                ? composer.Compose(question, passages, rights.AsOf)
                : Reading(reader, cancellationToken).Compose(question, passages, rights.AsOf)
        );
    }

    private async Task<AnsweredPart> ComposeFirstAsync(string text, string topic, ReaderRights rights, CancellationToken cancellationToken)
    {
        var passages = await retriever.RetrieveAsync(AnnotatedText.Read(topic), rights, cancellationToken).ConfigureAwait(false);
        if (passages.Count == 0)
            return new AnsweredPart(text, passages, []);
        var first = await retriever.FirstVersionOfAsync(passages[0], rights, cancellationToken).ConfigureAwait(false);
        return new AnsweredPart(text, passages, rights.Filter.Allows(first.Article) ? FirstReport.Compose(topic, first) : []);
    }

    /// <summary>
    /// Adds what readers need to know about the cited versions. Declines if they may no longer be cited. A decline says so if a report on
    /// the question was withdrawn.
    /// </summary>
    private async Task<Answer> NotedAsync(Answer answer, ReaderRights rights, bool asksForEarlier, CancellationToken cancellationToken)
    {
        using var step = AnswerTelemetry.Step("check versions");
        if (answer.Outcome == Outcome.Answered)
        {
            if (await versions.OfAsync(answer, rights, asksForEarlier, cancellationToken).ConfigureAwait(false) is not { } notes)
                answer = answer.Declined();
            else
                return notes.Count == 0
                    ? answer
                    : answer with
                    {
                        Text = string.Join('\n', notes.Select(note => note.Words).Prepend(answer.Text)),
                        Versions = notes,
                    };
        }

        if (
            answer.Outcome != Outcome.NotFound
            || await withdrawn.FindAsync(answer.UnderstoodAs ?? answer.Question, rights, cancellationToken).ConfigureAwait(false)
                is not { } time
        )
            return answer;
        return answer with
        {
            Withdrawn = time,
            Text = answer.Text.Replace(Answer.NotAnswered, Answer.WithdrawnAt(time), StringComparison.Ordinal),
        };
    }

    private ReadingComposer Reading(IReadingModel reader, CancellationToken cancellationToken) =>
        new(composer, reader, ReadingThreshold, cancellationToken);

    /// <summary>Checks a text against the articles, sentence by sentence.</summary>
    public async Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken) =>
        await new SentenceCheck(retriever)
            .CheckAsync(text, rights, await ReadingModelAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);

    /// <summary>Returns the reading model, loading it first if need be; null if there is none or it cannot be loaded.</summary>
    public async ValueTask<IReadingModel?> ReadingModelAsync(CancellationToken cancellationToken) =>
        options.Reading is { } reading ? (await reading.LoadAsync(cancellationToken).ConfigureAwait(false)).Model : null;

    private async Task<(Question Question, IReadOnlyList<RetrievedPassage> Passages)> ReadAsync(
        string text,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        using var step = AnswerTelemetry.Step("retrieve");
        var asked = Wording.WriteOut(AnnotatedText.Read(text));
        var passages = await retriever.RetrieveAsync(asked, rights, cancellationToken).ConfigureAwait(false);
        var named = Wording.Restore(asked, passages);
        return (QuestionReader.Read(named, rights.AsOf ?? passages.Max(passage => passage.Article.Article.PublishedOn)), passages);
    }

    private Answer Write(string question, List<AnsweredPart> parts) =>
        parts.Any(part => part.Statements.Count > 0)
            ? writer.Answered(question, parts, TimeSpan.Zero)
            : writer.NotFound(question, [.. parts.SelectMany(part => part.Passages)], TimeSpan.Zero);

    private async Task<Answer> ListSourcesAsync(
        QuestionRequest request,
        DialogueAct.Sources sources,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var behind = await retriever.BehindAsync(cancellationToken).ConfigureAwait(false);
        var passages = await retriever.SearchAsync(sources.Query, MaxSources, rights, cancellationToken).ConfigureAwait(false);
        return AnswerWriter.Sources(request.Text, sources.Query, passages, TimeSpan.Zero) with
        {
            Searched = rights.Filter,
            ArticlesBehind = behind,
        };
    }

    private async Task<Answer> ReportCheckAsync(
        QuestionRequest request,
        string claims,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var behind = await retriever.BehindAsync(cancellationToken).ConfigureAwait(false);
        var sentences = await CheckAsync(claims, rights, cancellationToken).ConfigureAwait(false);
        return AnswerWriter.Checked(request.Text, sentences, TimeSpan.Zero) with { ArticlesBehind = behind };
    }

    // What one desk asked is not completed with what another did.
    private static string? ConversationOf(QuestionRequest request) =>
        request is { Conversation: { } conversation, Desk: { } desk } ? $"{conversation}\n{desk.Name}\n{desk.Key}" : request.Conversation;

    private DialogueAct ReadAct(QuestionRequest request) =>
        DialogueReader.Read(request.Text, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
}
