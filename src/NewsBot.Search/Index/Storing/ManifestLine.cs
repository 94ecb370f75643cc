namespace NewsBot.Search.Index.Storing;

/// <summary>A segment of a manifest.</summary>
/// <param name="Number">Number of its file.</param>
/// <param name="Length">Bytes of its file.</param>
/// <param name="Checksum">Checksum of its table of sections, which has the checksums of all sections: tells it from every other segment.</param>
/// <param name="Removed">One bit a document, set for those that were taken out; empty when none was.</param>
internal sealed record ManifestLine(long Number, long Length, uint Checksum, ulong[] Removed);
