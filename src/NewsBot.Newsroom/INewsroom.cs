using NewsBot.Archive.Articles;
using NewsBot.Archive.Catalogue;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
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
/// Everything that a channel can ask of the newsroom: pages, API, command line, Teams and Discord use this and nothing below it. What people
/// ask never makes a member throw; a store that fails does (<see cref="Archive.Store.StoreException"/>). Implementations are thread-safe.
/// </summary>
public interface INewsroom
{
    /// <summary>Gets whether a model writes the answers: only then is it worthwhile to show them step by step.</summary>
    bool WritesWithModel { get; }

    /// <summary>Gets the desks: which conversation may see what.</summary>
    DeskList Desks { get; }

    /// <summary>Gets the ids of the people who may change the digests of a channel whose owners the bot cannot look up.</summary>
    IReadOnlySet<string> Managers { get; }

    /// <summary>Answers a question. A decline is an answer too.</summary>
    Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>Answers a question step by step: any number of steps without an answer, then one with it.</summary>
    IAsyncEnumerable<AnswerStep> AskInStepsAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>Explains how each question of a message is understood, and what is found for it; empty for what is not a question.</summary>
    Task<IReadOnlyList<AnswerExplanation>> ExplainAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the passages that match, best first; empty when none does. The query's text may have the words of a filter: see <see
    /// cref="FilterWords"/>.
    /// </summary>
    Task<IReadOnlyList<RetrievedPassage>> SearchAsync(PassageQuery query, CancellationToken cancellationToken);

    /// <summary>Holds a text against the articles, sentence by sentence; at most its first 12 sentences.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<CheckedSentence>> CheckAsync(string text, ReaderRights rights, CancellationToken cancellationToken);

    /// <summary>Judges whether quotes support a statement.</summary>
    /// <param name="statement">One sentence, plain text.</param>
    /// <param name="quotes">All that it may rest on, to the letter.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<GroundingVerdict> JudgeAsync(string statement, IReadOnlyList<string> quotes, CancellationToken cancellationToken);

    /// <summary>Finds the article of a source; null when the archive has none.</summary>
    Task<ArchivedArticle?> FindArticleAsync(string source, CancellationToken cancellationToken);

    /// <summary>Finds the passage in which a quote begins, as the archive has it now.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="quote">Where the quote stood in the article's text, in UTF-16 offsets.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The passage with a score of 0; null when the article is gone, or has become shorter.</returns>
    Task<RetrievedPassage?> PassageAsync(string source, TextRange quote, CancellationToken cancellationToken);

    /// <summary>Completes what a person is typing, best first: names and headlines for a query, headlines for an article.</summary>
    /// <param name="typed">The beginning; may be empty.</param>
    /// <param name="kind">What is being typed.</param>
    /// <param name="top">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed, SuggestionKind kind, int top, CancellationToken cancellationToken);

    /// <summary>
    /// Returns questions that the archive answers and that lead on, best first, at most three; empty when there are none. Costs several
    /// answers.
    /// </summary>
    /// <param name="after">The answer that the reader sees; null: questions to start with.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<string>> SuggestQuestionsAsync(Answer? after, CancellationToken cancellationToken);

    /// <summary>Returns what the archive holds. Reads every article the first time.</summary>
    Task<ArchiveSummary> SummariseAsync(CancellationToken cancellationToken);

    /// <summary>Returns the other reports of an article's story, the oldest first, those without a day last.</summary>
    Task<IReadOnlyList<Article>> OtherReportsAsync(Article article, CancellationToken cancellationToken);

    /// <summary>Returns the address of an article's page. A host knows it only once it listens.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="marked">The text to mark on the page; null: none.</param>
    string LinkTo(string source, TextRange? marked = null);

    /// <summary>Writes the digest of a day; null when the newest day is wanted and no article has a date.</summary>
    Task<Digest?> DigestAsync(DigestRequest request, CancellationToken cancellationToken);

    /// <summary>Writes the timeline of a topic; one without days when the articles do not name the topic.</summary>
    /// <param name="topic">Not empty, at most <see cref="TimelineWriter.MaxTopicChars"/> long.</param>
    /// <param name="desk">The desk that asks; null: everything may be seen.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<Timeline> TimelineAsync(string topic, Desk? desk, CancellationToken cancellationToken);

    /// <summary>Subscribes a conversation to digests, or lists, changes and stops its subscriptions.</summary>
    /// <returns>What was done or what is wrong, in plain text of a few lines.</returns>
    Task<string> SubscribeAsync(SubscriptionRequest request, CancellationToken cancellationToken);
}
