using NewsBot.Archive.Store;

namespace NewsBot.Archive.Writing;

/// <summary>Lifts due embargoes before a store says what its newest change is.</summary>
internal static class DueTurns
{
    /// <summary>Returns the number of the newest change, after <paramref name="turn"/> where an embargo has become due.</summary>
    /// <param name="state">Reads the archive's state.</param>
    /// <param name="turn">Writes what has become due.</param>
    /// <param name="clock">Determines what is due.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<long> LastChangeAsync(
        Func<CancellationToken, ValueTask<ArchiveState>> state,
        Func<CancellationToken, Task> turn,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var before = await state(cancellationToken).ConfigureAwait(false);
        if (before.NextTurn > clock.GetUtcNow().ToUnixTimeMilliseconds())
            return before.LastChange;
        try
        {
            await turn(cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException)
        {
            // A full disk must not keep readers from what they may see; the next search tries again, and nothing shows before its time.
            return before.LastChange;
        }

        return (await state(cancellationToken).ConfigureAwait(false)).LastChange;
    }
}
