using NewsBot.Archive.Passages;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Discord.Newsroom;

/// <summary>What the Discord adapter asks the newsroom for. Thread-safe.</summary>
public interface IDiscordNewsroom
{
    /// <summary>Answers a question.</summary>
    Task<Answer> AskAsync(QuestionRequest question, CancellationToken cancellationToken);

    /// <summary>The passages that match, best first.</summary>
    /// <param name="query">Free text.</param>
    /// <param name="top">At most this many; 1 or more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<RetrievedPassage>> SourcesAsync(string query, int top, CancellationToken cancellationToken);

    /// <summary>The article of this source; null when the archive has none.</summary>
    Task<ArchivedArticle?> ArticleAsync(string source, CancellationToken cancellationToken);

    /// <summary>What a person may be typing, best first: names and headlines for a query, headlines for an article.</summary>
    /// <param name="typed">The beginning; may be empty.</param>
    /// <param name="kind">What is being typed.</param>
    /// <param name="top">At most this many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed, SuggestionKind kind, int top, CancellationToken cancellationToken);

    /// <summary>The web page of an article, where it has one that readers reach.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="marked">The part to mark on it; null: none.</param>
    string LinkTo(string source, TextRange? marked);

    /// <summary>Digests, timelines and subscriptions; null for a newsroom that has none.</summary>
    DailyNews? Daily => null;
}
