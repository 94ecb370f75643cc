using NewsBot.Archive.Store;

namespace NewsBot.Teams.Storage;

/// <summary>Restricts a data directory to one host with Teams: a second one would send the posts that the first is sending.</summary>
internal sealed class HostLock : IDisposable
{
    public const string FileName = "teams.lock";

    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, for the lifetime of the object or the process.</summary>
    /// <exception cref="StoreException">Another host has it, or the folder cannot be written; the message says what to do.</exception>
    public static HostLock Take(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        try
        {
            Directory.CreateDirectory(dataDirectory);
            return new HostLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable,
                $"{path} is in use by another NewsBot, or cannot be written ({e.Message}): stop the other one, or name another folder with --data.",
                e
            );
        }
    }

    public void Dispose() => _file.Dispose();
}
