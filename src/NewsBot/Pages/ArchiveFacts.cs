using NewsBot.Archive;
using NewsBot.Archive.Catalogue;
using NewsBot.Newsroom;

namespace NewsBot.Pages;

/// <summary>
/// What the archive holds, and questions to start with: worked out once for each state of the archive, in the background, so that no page
/// waits long for it. Thread-safe.
/// </summary>
internal sealed class ArchiveFacts(INewsroom newsroom, ArticleArchive archive)
{
    /// <summary>A page is shown without what takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly Lock access = new();
    private (long Change, Task<ArchiveSummary> Summary, Task<IReadOnlyList<string>> Questions)? known;

    /// <summary>Returns what the archive holds; null when that is not known soon enough.</summary>
    public async Task<ArchiveSummary?> SummaryAsync(CancellationToken cancellationToken) =>
        await SoonAsync((await KnowAsync(cancellationToken)).Summary, cancellationToken);

    /// <summary>Returns questions to start with; null when none are known soon enough.</summary>
    public async Task<IReadOnlyList<string>?> QuestionsAsync(CancellationToken cancellationToken) =>
        await SoonAsync((await KnowAsync(cancellationToken)).Questions, cancellationToken);

    /// <summary>Returns both, however long it takes.</summary>
    public async Task<(ArchiveSummary Summary, IReadOnlyList<string> Questions)> WaitAsync(CancellationToken cancellationToken)
    {
        var facts = await KnowAsync(cancellationToken);
        return (await facts.Summary.WaitAsync(cancellationToken), await facts.Questions.WaitAsync(cancellationToken));
    }

    private async Task<(Task<ArchiveSummary> Summary, Task<IReadOnlyList<string>> Questions)> KnowAsync(CancellationToken cancellationToken)
    {
        var change = await archive.LastChangeAsync(cancellationToken);
        lock (access)
        {
            // What failed is tried again.
            if (known is not { } facts || facts.Change != change || facts.Summary.IsFaulted || facts.Questions.IsFaulted)
                known = facts = (
                    change,
                    Task.Run(() => newsroom.SummariseAsync(CancellationToken.None), CancellationToken.None),
                    Task.Run(() => newsroom.SuggestQuestionsAsync(null, CancellationToken.None), CancellationToken.None)
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
