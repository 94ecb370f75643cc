using NewsBot.Archive;
using NewsBot.Archive.Catalogue;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Pages;

/// <summary>
/// Computes the contents of the archive and example questions: once for each state of the archive and each desk, in the background, so that
/// no page waits long for it. Thread-safe.
/// </summary>
internal sealed class ArchiveFacts(INewsroom newsroom, ArticleArchive archive)
{
    /// <summary>Specifies how long a page waits; it is then shown without what takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly Lock access = new();

    // By desk: no reader learns what is in the articles of another.
    private readonly Dictionary<string, (long Change, Task<ArchiveSummary> Summary, Task<IReadOnlyList<string>> Questions)> known = new(
        StringComparer.Ordinal
    );

    /// <summary>Returns the contents of the archive; null when they are not known soon enough.</summary>
    public async Task<ArchiveSummary?> SummaryAsync(ReaderRights rights, CancellationToken cancellationToken) =>
        await SoonAsync((await KnowAsync(rights, cancellationToken)).Summary, cancellationToken);

    /// <summary>Returns example questions; null when none are known soon enough.</summary>
    public async Task<IReadOnlyList<string>?> QuestionsAsync(ReaderRights rights, CancellationToken cancellationToken) =>
        await SoonAsync((await KnowAsync(rights, cancellationToken)).Questions, cancellationToken);

    /// <summary>Returns both, however long that takes.</summary>
    public async Task<(ArchiveSummary Summary, IReadOnlyList<string> Questions)> WaitAsync(
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var facts = await KnowAsync(rights, cancellationToken);
        return (await facts.Summary.WaitAsync(cancellationToken), await facts.Questions.WaitAsync(cancellationToken));
    }

    private async Task<(Task<ArchiveSummary> Summary, Task<IReadOnlyList<string>> Questions)> KnowAsync(
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        var change = await archive.LastChangeAsync(cancellationToken);
        lock (access)
        {
            // A failure is tried again.
            var desk = rights.Desk?.Name ?? "";
            if (!known.TryGetValue(desk, out var facts) || facts.Change != change || facts.Summary.IsFaulted || facts.Questions.IsFaulted)
                known[desk] = facts = (
                    change,
                    Task.Run(() => newsroom.SummariseAsync(rights, CancellationToken.None), CancellationToken.None),
                    Task.Run(() => newsroom.SuggestQuestionsAsync(null, rights, CancellationToken.None), CancellationToken.None)
                );
            return (facts.Summary, facts.Questions);
        }
    }

    private static async Task<T?> SoonAsync<T>(Task<T> task, CancellationToken cancellationToken)
        where T : class
    {
        await Task.WhenAny(task, Task.Delay(Patience, TimeProvider.System, cancellationToken));
        return task.IsCompletedSuccessfully ? await task : null;
    }
}
