using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing;

/// <summary>Explains in plain words why a file or folder could not be read.</summary>
internal static class Unreadable
{
    public static ReadResult Because(Exception error) =>
        new()
        {
            Rejection = Reason(error),
            IsUnreadable = true,
            Kind = RejectionKind.Unreadable,
        };

    public static string Reason(Exception error) =>
        error switch
        {
            UnauthorizedAccessException => "cannot be read by this user; change its permissions",
            FileNotFoundException or DirectoryNotFoundException => "does not exist (any more)",
            PathTooLongException => "has a path that is too long; move it",
            _ => "cannot be read: the disk or share reports an error; check it and ingest again",
        };
}
