using System.Runtime.CompilerServices;
using NewsBot.Access;
using NewsBot.Archive;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Questions;
using NewsBot.Requests;

namespace NewsBot.Pages;

/// <summary>
/// Answers the questions of a chat page. The page's address contains the questions, so reload, back and share restore them.
/// </summary>
internal sealed class Conversation(
    INewsroom newsroom,
    ArticleArchive archive,
    WrittenAnswers written,
    PagePaths paths,
    HostReader reader,
    CurrentCaller caller
)
{
    /// <summary>Specifies the maximum number of questions in the address; older ones are dropped.</summary>
    public const int MaxTurns = 10;

    /// <summary>
    /// Specifies the maximum length of these questions together, in UTF-16 code units: that of two of the longest, and more than ten usual
    /// ones have. It bounds the work that one address can ask for.
    /// </summary>
    public const int MaxChars = 2 * QuestionRequest.MaxChars;

    /// <summary>Gets a value indicating whether a language model writes, so that streaming is worthwhile.</summary>
    public bool WritesWithModel => newsroom.WritesWithModel;

    /// <summary>Returns the latest questions with their answers, oldest first; skips blank ones.</summary>
    /// <remarks>A language model is used for the last question only, and only if it did not answer it before.</remarks>
    /// <param name="questions">Of the page's address.</param>
    /// <param name="id">A name for the page; the next question asked there follows on from these.</param>
    /// <param name="isShown">Whether a reader sees it; otherwise no language model is used.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<Turn>> AskAllAsync(
        IEnumerable<string?> questions,
        string id,
        bool isShown,
        CancellationToken cancellationToken
    )
    {
        var all = Latest(questions);
        var turns = new List<Turn>();
        foreach (var question in all)
        {
            var asked = new AskedQuestion(question, all.GetRange(0, turns.Count), id, turns.Count + 1);
            var isNew =
                isShown
                && WritesWithModel
                && asked.Number == all.Count
                && written.Find(asked.WithBefore, reader.Rights.Desk, await archive.LastChangeAsync(cancellationToken)) is null;
            // The earlier ones are only shown again.
            var isRepeated = !isShown || asked.Number < all.Count;
            turns.Add(isNew ? await AskAsync(asked, cancellationToken) : await AskAgainAsync(asked, isRepeated, cancellationToken));
        }

        return turns;
    }

    private static List<string> Latest(IEnumerable<string?> questions)
    {
        var latest = questions.OfType<string>().Where(question => !string.IsNullOrWhiteSpace(question)).TakeLast(MaxTurns).ToList();
        while (latest.Count > 1 && latest.Sum(question => question.Length) > MaxChars)
            latest.RemoveAt(0);
        return latest;
    }

    /// <summary>Returns one question with its answer.</summary>
    public async Task<Turn> AskAsync(AskedQuestion asked, CancellationToken cancellationToken)
    {
        await foreach (var (_, turn, isFinished) in AskInStepsAsync(asked, cancellationToken))
        {
            if (isFinished)
                return turn!;
        }

        throw new InvalidOperationException("The steps ended without an answer.");
    }

    /// <summary>
    /// Returns one question with its answer, step by step: the current step, or the turn so far; the last turn is finished.
    /// </summary>
    public async IAsyncEnumerable<(string? Doing, Turn? Turn, bool IsFinished)> AskInStepsAsync(
        AskedQuestion asked,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var change = await archive.LastChangeAsync(cancellationToken);
        await foreach (var step in newsroom.AskInStepsAsync(RequestOf(asked), cancellationToken))
        {
            if (step.Finished is { IsWrittenByModel: true } finished)
                written.Add(asked.WithBefore, reader.Rights.Desk, change, finished);
            var answer = step.Finished ?? step.SoFar;
            yield return (step.Doing, answer is null ? null : await TurnAsync(answer, asked, cancellationToken), step.Finished is not null);
        }
    }

    /// <summary>
    /// Returns a question that was asked before, with the answer that the reader saw; null for a blank one. Does not use a language model
    /// or extend a conversation.
    /// </summary>
    public async Task<Turn?> AskedBeforeAsync(AskedQuestion asked, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(asked.Text)
            ? null
            : (await AskAllAsync(asked.WithBefore, Guid.NewGuid().ToString("N"), isShown: false, cancellationToken))[^1];

    /// <summary>
    /// Answers without a language model, or shows again what one wrote. Asks in any case, so that the next question can rely on this one.
    /// </summary>
    private async Task<Turn> AskAgainAsync(AskedQuestion asked, bool isRepeated, CancellationToken cancellationToken)
    {
        var change = await archive.LastChangeAsync(cancellationToken);
        var answer = await newsroom.AskAsync(RequestOf(asked) with { WithoutModel = true, IsRepeated = isRepeated }, cancellationToken);
        return await TurnAsync(written.Find(asked.WithBefore, reader.Rights.Desk, change) ?? answer, asked, cancellationToken);
    }

    private QuestionRequest RequestOf(AskedQuestion asked) =>
        new()
        {
            Text = asked.Text,
            Conversation = caller.Required.Conversation("page", asked.Conversation),
            BudgetAccount = caller.Required.BudgetAccount(AskRequest.BudgetAccount),
            Desk = reader.Rights.Desk,
            AskedBy = caller.Required.Through(AuditActor.Page),
        };

    private async Task<Turn> TurnAsync(Answer answer, AskedQuestion asked, CancellationToken cancellationToken)
    {
        var passages = new Dictionary<int, QuotedPassage>();
        foreach (var citation in answer.Citations)
            passages[citation.Number] = QuotedPassage.Of(
                citation,
                await newsroom.PassageAsync(citation.Source, citation.Range, reader.Rights, cancellationToken)
            );
        return new Turn(asked.Number, answer, passages)
        {
            Before = asked.Before,
            Place = answer.Outcome == Outcome.Reply ? PlaceOf(answer.Question) : null,
        };
    }

    private string? PlaceOf(string message) =>
        DialogueReader.Read(message, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)) switch
        {
            DialogueAct.Digest { Day: { } day } => paths.DigestOf(day, null),
            DialogueAct.Digest => paths.Digest,
            DialogueAct.Timeline { Topic: { Length: > 0 } topic } => paths.TimelineOf(topic),
            DialogueAct.Timeline => paths.Timeline,
            DialogueAct.Sources => paths.Sources,
            _ => null,
        };
}
