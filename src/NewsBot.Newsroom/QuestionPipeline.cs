using NewsBot.Archive;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Writing;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom;

/// <summary>
/// One question from top to bottom: read, retrieve, compose, check, write. Answers stand word for word in the articles that they
/// cite; where the articles do not answer, the outcome is <see cref="Outcome.NotFound"/>. Thread-safe.
/// </summary>
/// <param name="archive">Where the articles are.</param>
/// <param name="links">Makes the links of citations.</param>
/// <param name="time">Measures how long an answer takes.</param>
/// <param name="options">How questions are answered; null: as by default, and without a memory of conversations.</param>
public sealed partial class QuestionPipeline(ArticleArchive archive, ArticleLinks links, TimeProvider time, AnswerOptions? options = null)
{
    /// <summary>Passages that <c>sources …</c> lists.</summary>
    private const int MaxSources = 10;

    private readonly PassageRetriever retriever = new(archive);
    private readonly StatementComposer composer = new(AnswerModel.Default) { Threshold = (options ?? new()).Threshold };
    private readonly AnswerWriter writer = new(links);
    private readonly ConversationMemory? conversations = options?.Conversations;

    /// <summary>Answers one question without a model. Never throws for what a user asks; a store that fails does throw.</summary>
    public async Task<Answer> ExtractAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var act = ReadAct(request);
        if (act is DialogueAct.Sources { Query: { Length: > 0 } query }) return await ListSourcesAsync(request, query, start, cancellationToken).ConfigureAwait(false);
        if (act is not DialogueAct.Question { Text: var text }) return AnswerWriter.Reply(request.Text, act, time.GetElapsedTime(start));

        var understood = await CompleteAsync(request.Conversation, text, cancellationToken).ConfigureAwait(false);
        var answer = await AnswerAsync(request with { Text = understood }, cancellationToken).ConfigureAwait(false);
        if (request.Conversation is { } key && conversations is not null) await conversations.RememberAsync(key, understood, cancellationToken).ConfigureAwait(false);
        return answer with { Question = request.Text, UnderstoodAs = understood == text ? null : understood, Elapsed = time.GetElapsedTime(start) };
    }

    /// <summary>How each question of a message is understood, and what is found for it.</summary>
    public async Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        if (ReadAct(request) is not DialogueAct.Question { Text: var text }) return [];
        var explained = new List<AnswerExplanation>();
        foreach (var part in QuestionSplitter.Split(text))
        {
            var passages = await retriever.RetrieveAsync(request with { Text = part }, cancellationToken).ConfigureAwait(false);
            var question = Read(request with { Text = part }, passages);
            explained.Add(AnswerExplainer.Explain(question, composer.Score(question, passages, request.AsOf), passages.Count, composer.Threshold));
        }

        return explained;
    }

    private async Task<string> CompleteAsync(string? conversation, string text, CancellationToken cancellationToken)
    {
        if (conversation is null || conversations is null) return text;
        var previous = await conversations.RecallAsync(conversation, cancellationToken).ConfigureAwait(false);
        var completed = previous is null ? text : FollowUp.Complete(text, previous);
        return completed.Length <= QuestionRequest.MaxChars ? completed : text;
    }

    private async Task<Answer> AnswerAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        var parts = new List<AnsweredPart>();
        foreach (var part in QuestionSplitter.Split(request.Text)) parts.Add(await ComposeAsync(request with { Text = part }, cancellationToken).ConfigureAwait(false));
        return parts.Any(part => part.Statements.Count > 0)
            ? writer.Answered(request.Text, parts, TimeSpan.Zero)
            : writer.NotFound(request.Text, [.. parts.SelectMany(part => part.Passages)], TimeSpan.Zero);
    }

    private async Task<AnsweredPart> ComposeAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        var passages = await retriever.RetrieveAsync(request, cancellationToken).ConfigureAwait(false);
        var drafts = composer.Compose(Read(request, passages), passages, request.AsOf);
        return new AnsweredPart(request.Text, passages, VerbatimCheck.Keep(drafts));
    }

    private async Task<Answer> ListSourcesAsync(QuestionRequest request, string query, long start, CancellationToken cancellationToken)
    {
        var passages = await archive.SearchAsync(new PassageQuery { Text = query, Top = MaxSources, AsOf = request.AsOf }, cancellationToken).ConfigureAwait(false);
        return AnswerWriter.Sources(request.Text, query, passages, time.GetElapsedTime(start));
    }

    private DialogueAct ReadAct(QuestionRequest request) => DialogueReader.Read(request.Text, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    private static Question Read(QuestionRequest request, IReadOnlyList<RetrievedPassage> passages) =>
        QuestionReader.Read(NameRestorer.Restore(request.Text, passages), request.AsOf ?? passages.Max(passage => passage.Article.Article.PublishedOn));
}
