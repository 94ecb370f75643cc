namespace NewsBot.Search.Index.Storing;

/// <summary>Represents a segment in a manifest.</summary>
/// <param name="Number">The number of its file.</param>
/// <param name="Length">The length of its file in bytes.</param>
/// <param name="Checksum">
/// The checksum of its table of sections. It covers the checksums of all sections, and so distinguishes it from every other segment.
/// </param>
/// <param name="Removed">One bit for each document, set for removed ones; empty when none was removed.</param>
internal sealed record ManifestLine(long Number, long Length, uint Checksum, ulong[] Removed);
