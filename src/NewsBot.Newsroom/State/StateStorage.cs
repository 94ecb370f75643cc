using NewsBot.Archive.Store;

namespace NewsBot.Newsroom.State;

/// <summary>Represents where the state is kept: a file, or a database on a server. Thread-safe.</summary>
public abstract class StateStorage : IDisposable
{
    /// <summary>Gets a value indicating whether a lost connection can be replaced by another one to the same rows.</summary>
    protected internal abstract bool CanReconnect { get; }

    /// <summary>Gets a value indicating whether several hosts share the state; otherwise a host has it to itself.</summary>
    protected internal abstract bool IsShared { get; }

    /// <summary>Makes what must be there before the first connection.</summary>
    /// <exception cref="StoreException">It cannot be made.</exception>
    protected internal virtual void Prepare() { }

    /// <summary>Opens a connection.</summary>
    protected internal abstract StateConnection Connect();

    /// <summary>Creates the tables of features, or brings those of an earlier version up to date.</summary>
    /// <returns>The files of earlier versions that were copied.</returns>
    /// <exception cref="StoreException">A newer version wrote the tables.</exception>
    protected internal abstract IReadOnlyList<string> Migrate(StateConnection connection, IEnumerable<StateSchema> schemas);

    /// <summary>Returns a failure of the storage as a <see cref="StoreException"/> with the remedy, and any other as it is.</summary>
    protected internal abstract Exception Explain(Exception failure);

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what the storage holds besides its connections.</summary>
    protected virtual void Dispose(bool disposing) { }
}
