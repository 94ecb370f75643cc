using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.Watching;

/// <summary>What a watch knows of a file.</summary>
internal sealed class WatchedFile
{
    private FileStamp? seen;
    private long since;
    private long changingSince;
    private long readAt;

    /// <summary>What the last ingest found in it; null: it was never read.</summary>
    public FileContent? Content { get; private set; }

    /// <summary>Whether it is to be read now.</summary>
    public bool IsDue { get; private set; }

    /// <summary>Whether it is waited for.</summary>
    public bool IsArriving { get; private set; }

    /// <summary>The stamp of the state that was read last.</summary>
    private FileStamp? Read { get; set; }

    /// <summary>Looks at the file.</summary>
    /// <param name="stamp">Its stamp now.</param>
    /// <param name="isWritten">Asks whether somebody is still writing to it.</param>
    /// <param name="time">The clock.</param>
    /// <returns>Whether its state is another than at the last look.</returns>
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

        IsDue = time.GetElapsedTime(changingSince, now) >= WatchTimes.LongestWait
            || (time.GetElapsedTime(since, now) >= WatchTimes.Settle && stamp.Length != 0 && !isWritten());
        IsArriving = !IsDue;
        return isOther;
    }

    /// <summary>Notes that it was read, in the state that the last look saw.</summary>
    public void WasRead(FileContent content, long now)
    {
        (Content, Read, readAt) = (content, seen, now);
        IsDue = false;
    }
}
