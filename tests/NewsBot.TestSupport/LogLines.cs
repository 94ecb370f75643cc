using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace NewsBot.TestSupport;

/// <summary>Keeps what is logged.</summary>
public sealed class LogLines<T> : ILogger<T>
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<(Func<string, bool> Matches, TaskCompletionSource<string> Found)> waiters = new();

    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>The first line that matches, also one that was written already.</summary>
    public async Task<string> LineAsync(Func<string, bool> matches, [CallerArgumentExpression(nameof(matches))] string condition = "")
    {
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiters.Enqueue((matches, found));
        if (lines.FirstOrDefault(matches) is { } line)
            found.TrySetResult(line);
        return await found.Task.InTimeAsync(() => string.Join('\n', Lines), $"a line of the log that matches {condition}");
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var line = $"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}";
        lines.Enqueue(line);
        foreach (var (matches, found) in waiters)
        {
            if (matches(line))
                found.TrySetResult(line);
        }
    }
}
