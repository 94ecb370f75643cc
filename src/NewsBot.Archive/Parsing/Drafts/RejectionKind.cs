namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Groups the reasons why a file or an article in it is not ingested.</summary>
public enum RejectionKind
{
    /// <summary>It is not a rejection.</summary>
    None,

    /// <summary>The file is of a kind that is not read, or is not an article: a picture, an event, a program.</summary>
    UnknownKind,

    /// <summary>The bytes are not text in a known encoding.</summary>
    Encoding,

    /// <summary>The file is damaged, or does not keep to its format.</summary>
    Malformed,

    /// <summary>A field is missing, or has a value that is not allowed.</summary>
    Field,

    /// <summary>There is no text.</summary>
    NoText,

    /// <summary>It is larger, deeper or longer than what is read.</summary>
    TooLarge,

    /// <summary>Another article has its source already.</summary>
    Duplicate,

    /// <summary>The file or folder could not be read.</summary>
    Unreadable,

    /// <summary>It is a link that leads out of the folder.</summary>
    OutsideLink,
}
