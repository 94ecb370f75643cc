namespace NewsBot.Batch;

/// <summary>Represents a line of input.</summary>
/// <param name="Bytes">The line without its end; empty when the line is too long. Valid until the next line is read.</param>
/// <param name="IsTooLong">The line exceeded the reader's limit and was skipped.</param>
internal readonly record struct BoundedLine(ReadOnlyMemory<byte> Bytes, bool IsTooLong);
