using NewsBot.Opening;
using NewsBot.Settings;

namespace NewsBot.Http;

/// <summary>
/// Determines whether the data directory still is the one that the host opened. Deleted files that are open go on to work, and what is
/// written to them is lost: the host must notice. Thread-safe.
/// </summary>
/// <param name="settings">Give the place of the directory.</param>
/// <param name="time">Measures the time between two looks.</param>
/// <param name="log">Learns when the directory fails, and when it is back.</param>
internal sealed partial class DataDirectory(NewsBotSettings settings, TimeProvider time, ILogger<DataDirectory> log)
{
    /// <summary>Specifies the name of the file that marks the directory as opened by this host.</summary>
    public const string MarkName = "host.mark";

    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(1);

    private readonly Lock access = new();
    private readonly string path = Path.GetFullPath(settings.DataDirectory);
    private readonly string mark = Guid.NewGuid().ToString("N");
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private bool isMarked;
    private long? looked;
    private string? problem;

    private string MarkFile => Path.Combine(path, MarkName);

    /// <summary>Returns what is wrong with the directory, a sentence with the remedy; null: nothing. Looks at most once a second.</summary>
    public string? Problem()
    {
        lock (access)
        {
            if (looked is { } at && time.GetElapsedTime(at) < LooksEvery)
                return problem;
            looked = time.GetTimestamp();
            var found = Look();
            if (found != problem)
            {
                if (found is null)
                    LogWorks(path);
                else
                    LogFails(path, found);
            }

            return problem = found;
        }
    }

    /// <summary>
    /// Marks the directory as opened by this host, which must hold its lock: a second host that is refused may not take the mark from the
    /// first. Where writing fails, <see cref="Problem"/> tries again.
    /// </summary>
    public void Mark()
    {
        lock (access)
        {
            try
            {
                WriteMark();
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Reported with the first request.
            }
        }
    }

    private void WriteMark()
    {
        if (isMarked)
            return;
        File.WriteAllText(MarkFile, mark);
        isMarked = true;
    }

    private string? Look()
    {
        try
        {
            WriteMark();
            if (!Directory.Exists(path))
                return "The data directory is gone: put it back, or restart the host.";
            if (!File.Exists(MarkFile) || File.ReadAllText(MarkFile) != mark)
                return "The data directory was replaced while the host runs: restart the host.";
            if (IsLost(Path.Combine(path, OpenArchive.FileName)) || IsLost(settings.StateFile))
                return "A database is missing from the data directory: put it back, or restart the host.";
            // Nothing is written, so a full disk, which keeps nobody from reading, does not count.
            using var writable = new FileStream(MarkFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "The data directory cannot be written to: give the host's user write access, or mount it again.";
        }
    }

    // A database is made when it is first needed; one that was there must stay.
    private bool IsLost(string file)
    {
        if (!File.Exists(file))
            return seen.Contains(file);
        seen.Add(file);
        return false;
    }

    [LoggerMessage(1, LogLevel.Error, "{Path}: {Problem}")]
    private partial void LogFails(string path, string problem);

    [LoggerMessage(2, LogLevel.Information, "{Path}: the data directory works again")]
    private partial void LogWorks(string path);
}
