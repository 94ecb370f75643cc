using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>Represents a file of an archive, or the reason why it was not unpacked.</summary>
/// <param name="Name">The path in the archive, made safe to use as a name.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Rejection">The rest of a sentence that begins with the name of the archive; null: it was unpacked.</param>
/// <param name="Kind">The kind of reason.</param>
internal sealed record ZippedFile(
    string Name,
    ReadOnlyMemory<byte> Bytes,
    string? Rejection = null,
    RejectionKind Kind = RejectionKind.None
)
{
    /// <summary>Returns a file that was not unpacked, with the reason.</summary>
    public static ZippedFile Refused(RejectionKind kind, string reason) => new("", default, reason, kind);
}
