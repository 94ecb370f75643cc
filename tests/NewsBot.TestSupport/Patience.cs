using System.Runtime.CompilerServices;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>Limits every wait of a test: after the limit, the test fails and reports what it waited for.</summary>
public static class Patience
{
    /// <summary>Specifies the limit, long enough for a busy machine.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits.</summary>
    /// <param name="task">The awaited event.</param>
    /// <param name="what">What the test waits for, for the message.</param>
    /// <param name="detail">More for the message; evaluated only on failure.</param>
    public static async Task InTimeAsync(
        this Task task,
        Func<string>? detail = null,
        [CallerArgumentExpression(nameof(task))] string what = ""
    )
    {
        // Uses the system clock and no token: the limit also applies to a test that is stopped.
        if (await Task.WhenAny(task, Task.Delay(Limit, TimeProvider.System, CancellationToken.None)) != task)
            Assert.Fail($"Not within {Limit.TotalSeconds:F0} s: {what}. {detail?.Invoke()}");
        await task;
    }

    /// <inheritdoc cref="InTimeAsync(Task, Func{string}?, string)" />
    public static async Task<T> InTimeAsync<T>(
        this Task<T> task,
        Func<string>? detail = null,
        [CallerArgumentExpression(nameof(task))] string what = ""
    )
    {
        await ((Task)task).InTimeAsync(detail, what);
        return await task;
    }
}
