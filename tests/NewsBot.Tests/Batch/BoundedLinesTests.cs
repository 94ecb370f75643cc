using System.Text;
using NewsBot.Batch;

namespace NewsBot.Tests.Batch;

public sealed class BoundedLinesTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("a\r\nb\n\nc", new[] { "a", "b", "", "c" })]
    [InlineData("12345678\nx", new[] { "12345678", "x" })]
    [InlineData("12345678\r\nx", new[] { "12345678", "x" })]
    [InlineData("123456789\nx", new[] { "too long", "x" })]
    [InlineData("123456789", new[] { "too long" })]
    [InlineData("1234567890123456789012345678901234567890\nx\n123456789012345678901234567890", new[] { "too long", "x", "too long" })]
    public async Task Lines_AreTheSame_HoweverTheStreamComesIn(string input, string[] expected)
    {
        for (var chunk = 1; chunk <= input.Length + 1; chunk++)
        {
            using var stream = new ChunkedStream(Encoding.UTF8.GetBytes(input), chunk);
            var lines = new List<string>();
            await foreach (var line in BoundedLines.ReadAsync(stream, maxBytes: 8, TestContext.Current.CancellationToken))
                lines.Add(line.IsTooLong ? "too long" : Encoding.UTF8.GetString(line.Bytes.Span));

            Assert.Equal(expected, lines);
        }
    }

    [Fact]
    public async Task Wait_ForALineThatNeverComes_EndsWhenCancelled()
    {
        using var stop = new CancellationTokenSource();
        using var stream = new SilentStream();
        var reading = Task.Run(
            async () =>
            {
                await foreach (var _ in BoundedLines.ReadAsync(stream, maxBytes: 8, stop.Token)) { }
            },
            TestContext.Current.CancellationToken
        );
        await stream.IsRead;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    /// <summary>Hands out a few bytes at a time.</summary>
    private sealed class ChunkedStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }

    /// <summary>Like a console that nobody types into: a read ignores cancellation.</summary>
    private sealed class SilentStream : MemoryStream
    {
        private readonly TaskCompletionSource isRead = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsRead => isRead.Task;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            isRead.TrySetResult();
            return new ValueTask<int>(new TaskCompletionSource<int>().Task);
        }
    }
}
