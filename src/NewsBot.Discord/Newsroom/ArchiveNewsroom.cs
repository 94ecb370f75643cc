using NewsBot.Archive;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Store;
using NewsBot.Discord.Suggestions;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Index;

namespace NewsBot.Discord.Newsroom;

/// <summary>The newsroom over an open archive. Thread-safe.</summary>
/// <param name="kernel">Answers questions.</param>
/// <param name="archive">Finds passages and articles.</param>
/// <param name="store">The archive's store: names and headlines that complete what people type are read from it.</param>
/// <param name="links">Makes the links of articles.</param>
/// <param name="daily">Digests, timelines and subscriptions; null: none.</param>
public sealed class ArchiveNewsroom(NewsroomKernel kernel, ArticleArchive archive, IArticleStore store, ArticleLinks links, DailyNews? daily = null) : IDiscordNewsroom, IDisposable
{
    private readonly SuggestionIndex suggestions = new(store);

    /// <inheritdoc />
    public DailyNews? Daily => daily;

    /// <inheritdoc />
    public Task<Answer> AskAsync(QuestionRequest question, CancellationToken cancellationToken) => kernel.AskAsync(question, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<RetrievedPassage>> SourcesAsync(string query, int top, CancellationToken cancellationToken) =>
        archive.SearchAsync(new PassageQuery { Text = query, Top = top }, cancellationToken);

    /// <inheritdoc />
    public Task<ArchivedArticle?> ArticleAsync(string source, CancellationToken cancellationToken) => archive.FindAsync(source, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed, SuggestionKind kind, int top, CancellationToken cancellationToken) =>
        suggestions.FindAsync(typed, kind, top, cancellationToken);

    /// <inheritdoc />
    public string LinkTo(string source, TextRange? marked) => marked is { } quote ? links.To(source, quote) : links.To(source);

    /// <inheritdoc />
    public void Dispose() => suggestions.Dispose();
}
