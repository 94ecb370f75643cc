using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Teams.Facade;

/// <summary>What the adapter asks of the newsroom. Implementations are thread-safe.</summary>
public interface ITeamsNewsroom
{
    /// <summary>Whether a model writes the answers: only then are they streamed in personal chats.</summary>
    bool WritesWithModel { get; }

    /// <summary>Answers a question. A decline is an answer too.</summary>
    Task<Answer> AskAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Answers a question with progress: any number of <see cref="AnswerProgress"/> without an answer, then one with it.
    /// Asked only when <see cref="WritesWithModel"/>.
    /// </summary>
    IAsyncEnumerable<AnswerProgress> AskWithProgressAsync(QuestionRequest request, CancellationToken cancellationToken);

    /// <summary>The passages that match a query, best first, at most <paramref name="top"/>; empty when none does.</summary>
    Task<IReadOnlyList<SourcePassage>> SourcesAsync(string query, int top, CancellationToken cancellationToken);

    /// <summary>The passage of an article around a quote (UTF-16 offsets), as it stands in the archive now; null when the article is gone.</summary>
    Task<SourcePassage?> PassageAsync(string source, TextRange quote, CancellationToken cancellationToken);

    /// <summary>Digests, timelines and subscriptions; null for a newsroom that has none.</summary>
    DailyNews? Daily => null;
}
