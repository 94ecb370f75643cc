namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Specifies kinds of reasons for not ingesting a file or an article in it.</summary>
public enum RejectionKind
{
    /// <summary>It is not a rejection.</summary>
    None,

    /// <summary>The file is of a kind that is not read, or is not an article: a picture, an event, a program.</summary>
    UnknownKind,

    /// <summary>The bytes are not text in a known encoding.</summary>
    Encoding,

    /// <summary>The file is damaged, or violates its format.</summary>
    Malformed,

    /// <summary>A field is missing, or has a value that is not allowed.</summary>
    Field,

    /// <summary>There is no text.</summary>
    NoText,

    /// <summary>It exceeds a limit of size, depth or length.</summary>
    TooLarge,

    /// <summary>Another article already has its source.</summary>
    Duplicate,

    /// <summary>The file or folder could not be read.</summary>
    Unreadable,

    /// <summary>It is a link that leads out of the folder.</summary>
    OutsideLink,
}
