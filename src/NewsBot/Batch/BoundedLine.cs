namespace NewsBot.Batch;

/// <summary>A line of input.</summary>
/// <param name="Bytes">Without its end; empty when the line is too long. Valid until the next line is read.</param>
/// <param name="IsTooLong">The line was longer than the reader takes, and was passed over.</param>
internal readonly record struct BoundedLine(ReadOnlyMemory<byte> Bytes, bool IsTooLong);
