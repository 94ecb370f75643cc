using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.Watching;

/// <summary>Represents a watch's record of a file.</summary>
internal sealed class WatchedFile
{
    private FileStamp? seen;
    private long since;
    private long changingSince;
    private long readAt;

    /// <summary>Gets what the last ingest found in it; null: it was never read.</summary>
    public FileContent? Content { get; private set; }

    /// <summary>Gets a value indicating whether it is to be read now.</summary>
    public bool IsDue { get; private set; }

    /// <summary>Gets a value indicating whether it is still arriving.</summary>
    public bool IsArriving { get; private set; }

    /// <summary>Gets or sets the stamp of the state last read.</summary>
    private FileStamp? Read { get; set; }

    /// <summary>Updates the record with the file's present state.</summary>
    /// <param name="stamp">The file's stamp now.</param>
    /// <param name="isWritten">Determines whether a program is still writing to the file.</param>
    /// <param name="time">The clock.</param>
    /// <returns>Whether its state has changed since the previous call.</returns>
    public bool Look(FileStamp stamp, Func<bool> isWritten, TimeProvider time)
    {
        var now = time.GetTimestamp();
        var isOther = seen != stamp;
        if (isOther)
        {
            if (!IsArriving)
                changingSince = now;
            (seen, since) = (stamp, now);
        }

        if (Content is not null && Read == stamp)
        {
            IsArriving = false;
            IsDue = Content.IsUnreadable && time.GetElapsedTime(readAt, now) >= WatchTimes.Retry;
            return isOther;
        }

        IsDue =
            time.GetElapsedTime(changingSince, now) >= WatchTimes.LongestWait
            || (time.GetElapsedTime(since, now) >= WatchTimes.Settle && stamp.Length != 0 && !isWritten());
        IsArriving = !IsDue;
        return isOther;
    }

    /// <summary>Records that it was read, in the state seen last.</summary>
    public void WasRead(FileContent content, long now)
    {
        (Content, Read, readAt) = (content, seen, now);
        IsDue = false;
    }
}
