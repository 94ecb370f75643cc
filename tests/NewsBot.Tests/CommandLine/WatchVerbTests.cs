using System.Text;
using System.Text.Json;
using NewsBot.CommandLine;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class WatchVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task WhatArrives_IsPrintedAtOnce_AndInAnswersOfAnotherProcessOverTheSameArchive()
    {
        folder.Write("wire/first.txt", "The harbour froze over on Sunday.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new AwaitedLines();
        await using var error = new StringWriter();
        var running = NewsBotCommand.RunAsync(
            ["watch", "wire", "--json"],
            new VerbContext
            {
                Input = Stream.Null,
                Output = output,
                Error = error,
                IsErrorTerminal = false,
                IsOutputTerminal = false,
                WorkingDirectory = folder.Root,
                Environment = CommandRun.WithoutReadingModel,
            },
            stop.Token
        );

        using var first = JsonDocument.Parse(await output.NextAsync());
        folder.Write("wire/second.txt", "The fair opened on Monday.");
        using var second = JsonDocument.Parse(await output.NextAsync());
        var sources = await CommandRun.InAsync(folder, "sources", "fair", "--json");
        await stop.CancelAsync();

        Assert.Equal(0, await running.InTimeAsync());
        Assert.Equal("""{"outcome":"added","source":"first.txt"}""", Shown(first));
        Assert.Equal("""{"outcome":"added","source":"second.txt"}""", Shown(second));
        Assert.Contains("second.txt", sources.Output, StringComparison.Ordinal);
        Assert.Contains("Watching wire. Ctrl-C stops it.", error.ToString(), StringComparison.Ordinal);
    }

    private static string Shown(JsonDocument line) =>
        $$"""{"outcome":"{{line.RootElement.GetProperty("outcome").GetString()}}","source":"{{line.RootElement.GetProperty("source").GetString()}}"}""";

    /// <summary>An output of which a test awaits line after line.</summary>
    private sealed class AwaitedLines : MemoryStream
    {
        private readonly System.Threading.Channels.Channel<string> lines = System.Threading.Channels.Channel.CreateUnbounded<string>();
        private readonly StringBuilder rest = new();

        public Task<string> NextAsync() => lines.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().InTimeAsync();

        public override void Write(ReadOnlySpan<byte> buffer) => Take(buffer);

        public override void Write(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Take(buffer.Span);
            return ValueTask.CompletedTask;
        }

        private void Take(ReadOnlySpan<byte> bytes)
        {
            foreach (var c in Encoding.UTF8.GetString(bytes))
            {
                if (c != '\n')
                {
                    rest.Append(c);
                    continue;
                }

                lines.Writer.TryWrite(rest.ToString());
                rest.Clear();
            }
        }
    }
}
