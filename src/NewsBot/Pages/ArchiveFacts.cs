using NewsBot.Archive;
using NewsBot.Archive.Catalogue;
using NewsBot.Newsroom;
using NewsBot.Requests;

namespace NewsBot.Pages;

/// <summary>
/// Computes the contents of the archive and example questions: once for each state of the archive, in the background, so that no page waits
/// long for it. Thread-safe.
/// </summary>
internal sealed class ArchiveFacts(INewsroom newsroom, ArticleArchive archive, HostReader reader)
{
    /// <summary>Specifies how long a page waits; it is then shown without what takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly Lock access = new();
    private (long Change, Task<ArchiveSummary> Summary, Task<IReadOnlyList<string>> Questions)? known;

    /// <summary>Returns the contents of the archive; null when they are not known soon enough.</summary>
    public async Task<ArchiveSummary?> SummaryAsync(CancellationToken cancellationToken) =>
        await SoonAsync((await KnowAsync(cancellationToken)).Summary, cancellationToken);

    /// <summary>Returns example questions; null when none are known soon enough.</summary>
    public async Task<IReadOnlyList<string>?> QuestionsAsync(CancellationToken cancellationToken) =>
        await SoonAsync((await KnowAsync(cancellationToken)).Questions, cancellationToken);

    /// <summary>Returns both, however long that takes.</summary>
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
            // A failure is tried again.
            if (known is not { } facts || facts.Change != change || facts.Summary.IsFaulted || facts.Questions.IsFaulted)
                known = facts = (
                    change,
                    Task.Run(() => newsroom.SummariseAsync(reader.Rights, CancellationToken.None), CancellationToken.None),
                    Task.Run(() => newsroom.SuggestQuestionsAsync(null, reader.Rights, CancellationToken.None), CancellationToken.None)
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
