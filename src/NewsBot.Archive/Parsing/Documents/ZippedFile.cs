using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>A file of an archive, or why it was not unpacked.</summary>
/// <param name="Name">Its path in the archive, which is safe to use as a name.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Rejection">The rest of a sentence that begins with the name of the archive.</param>
/// <param name="Kind">What kind of reason it is.</param>
internal sealed record ZippedFile(string Name, ReadOnlyMemory<byte> Bytes, string? Rejection = null,
    RejectionKind Kind = RejectionKind.None)
{
    /// <summary>Says why it was not unpacked.</summary>
    public static ZippedFile Refused(RejectionKind kind, string reason) => new("", default, reason, kind);
}
