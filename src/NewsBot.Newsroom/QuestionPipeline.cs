using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom;

/// <summary>
/// One question from top to bottom: read, retrieve, compose, check, write. Answers stand word for word in the articles that they
/// cite; where the articles do not answer, the outcome is <see cref="Outcome.NotFound"/>. Thread-safe.
/// </summary>
/// <param name="archive">Where the articles are.</param>
/// <param name="links">Makes the links of citations.</param>
/// <param name="time">Measures how long an answer takes.</param>
public sealed class QuestionPipeline(ArticleArchive archive, ArticleLinks links, TimeProvider time)
{
    private readonly PassageRetriever retriever = new(archive);
    private readonly StatementComposer composer = new(AnswerModel.Default);
    private readonly AnswerWriter writer = new(links);

    /// <summary>Answers one question. Never throws for what a user asks; a store that fails does throw.</summary>
    public async Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        if (!IsAskable(request.Text)) return AnswerWriter.Invalid(request.Text, time.GetElapsedTime(start));

        var passages = await retriever.RetrieveAsync(request, cancellationToken).ConfigureAwait(false);
        var question = QuestionReader.Read(NameRestorer.Restore(request.Text, passages));
        var drafts = composer.Compose(question, passages, request.AsOf);
        var grounded = VerbatimCheck.Keep(drafts);

        return grounded.Count > 0
            ? writer.Answered(request.Text, grounded, time.GetElapsedTime(start))
            : writer.NotFound(request.Text, passages, time.GetElapsedTime(start));
    }

    private static bool IsAskable(string text) => text.Length <= QuestionRequest.MaxChars && !string.IsNullOrWhiteSpace(text);
}
