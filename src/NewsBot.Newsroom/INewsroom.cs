using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Suggestions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Search.Index;

namespace NewsBot.Newsroom;

/// <summary>
/// Defines everything that channels can do with the newsroom: the pages, the API, the command line, Teams and Discord use only this.
/// Questions and other messages never cause an exception; a failing store does (<see cref="Archive.Store.StoreException"/>).
/// Implementations are thread-safe.
/// </summary>
public interface INewsroom
{
    /// <summary>Gets a value indicating whether a language model writes answers; only then is it worth showing them step by step.</summary>
    bool WritesWithModel { get; }

    /// <summary>Gets the desks, which say what each conversation may see.</summary>
    DeskList Desks { get; }

    /// <summary>
    /// Gets the ids of the people who may change desks, and the digests of a channel whose owners the bot cannot look up.
    /// </summary>
    IReadOnlySet<string> Managers { get; }

    /// <summary>Answers a question. A decline is an answer too.</summary>
    Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>Answers a question in any number of steps without an answer, followed by one with it.</summary>
    IAsyncEnumerable<AnswerStep> AskInStepsAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Explains how each question of a message is understood and what is found for it; empty if the message is not a question.
    /// </summary>
    Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Returns the passages that match, best first; empty if there are none. The text of the query may contain the words of a filter; see
    /// <see cref="FilterWords"/>.
    /// </summary>
    Task<IReadOnlyList<RetrievedPassage>> SearchAsync(PassageQuery query, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Checks a text against the articles, sentence by sentence; only its first 12 sentences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Judges whether quotes support a statement.</summary>
    /// <param name="statement">One sentence of plain text.</param>
    /// <param name="quotes">All evidence that the statement may rely on, verbatim.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<GroundingVerdict> JudgeAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken);

    /// <summary>Returns the article from a source; null if it is not in the archive, or if the reader may not see it.</summary>
    Task<ArchivedArticle?> FindArticleAsync(string source, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Returns the passage in which a quote begins, as it is in the archive now.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="quote">The position of the quote in the article's text when it was cited, in UTF-16 offsets.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The passage with a score of 0; null if the article is gone, has become shorter, or may not be seen.</returns>
    Task<RetrievedPassage?> PassageAsync(string source, TextRange quote, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>
    /// Returns completions of what a reader is typing, best first: names and headlines for a query, headlines for an article.
    /// </summary>
    /// <param name="typed">The beginning; may be empty.</param>
    /// <param name="kind">What is being typed.</param>
    /// <param name="top">The maximum number of completions; 1 or more.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(
        string typed,
        SuggestionKind kind,
        int top,
        ReaderRights rights,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Returns questions to ask next that the archive answers, best first, at most three; empty if there are none. Costs as much as several
    /// answers.
    /// </summary>
    /// <param name="after">The answer that the reader sees; null for questions to start with.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    Task<IReadOnlyList<string>> SuggestQuestionsAsync(Answer? after, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Returns a summary of the articles that a reader may see. The first call reads every article.</summary>
    Task<ArchiveSummary> SummariseAsync(ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Returns the other reports of an article's story, the oldest first and those without a day last.</summary>
    Task<IReadOnlyList<Article>> OtherReportsAsync(Article article, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Returns the address of an article's page. It is known only once the host listens.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="marked">The text to mark on the page; null for none.</param>
    string LinkTo(string source, TextRange? marked = null);

    /// <summary>Writes the digest of a day; null if the newest day is requested and no article has a date.</summary>
    Task<Digest?> DigestAsync(DigestRequest request, CancellationToken cancellationToken);

    /// <summary>Writes the timeline of a topic; it has no days if the articles do not name the topic.</summary>
    /// <param name="topic">The topic; not empty, at most <see cref="TimelineWriter.MaxTopicChars"/> UTF-16 code units.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The topic is empty or too long.</exception>
    Task<Timeline> TimelineAsync(string topic, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Subscribes a conversation to digests, or lists, changes or stops its subscriptions.</summary>
    /// <returns>What was done or what is wrong, as a few lines of plain text.</returns>
    Task<string> SubscribeAsync(SubscriptionRequest request, CancellationToken cancellationToken);

    /// <summary>Shows desks, or puts a conversation or a person on one.</summary>
    /// <returns>What was done or what is wrong, as a few lines of plain text.</returns>
    Task<string> DeskAsync(DeskRequest request, CancellationToken cancellationToken);

    /// <summary>Records the digest that a conversation sees last, so that its stories can be followed by their numbers.</summary>
    Task ShowAsync(string channel, string conversation, Digest digest, CancellationToken cancellationToken);

    /// <summary>Adds an alert to a conversation, follows a story, or lists, ends, pauses, resumes or mutes its alerts.</summary>
    /// <returns>What was done or what is wrong, as a few lines of plain text.</returns>
    Task<string> AlertAsync(SubscriptionRequest request, CancellationToken cancellationToken);

    /// <summary>Follows the story of an article in a conversation: an alert posts its further articles.</summary>
    /// <param name="request">Who asks, and where; its words are not read.</param>
    /// <param name="source">The article's source.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>What was done or what is wrong, as a few lines of plain text.</returns>
    Task<string> FollowAsync(SubscriptionRequest request, string source, CancellationToken cancellationToken);

    /// <summary>
    /// Records in the audit log that somebody searched or read; returns at once. Questions and orders are recorded anyway.
    /// </summary>
    /// <param name="by">Who; null: the program itself, which is not recorded.</param>
    /// <param name="action">What.</param>
    /// <param name="desk">With the rights of which desk; null for none.</param>
    /// <param name="target">To what: the source of an article, or the day of a digest; null where the words say it.</param>
    /// <param name="words">What was searched for; recorded only where the settings say so.</param>
    void Record(AuditActor? by, AuditAction action, Desk? desk, string? target = null, string? words = null);
}
