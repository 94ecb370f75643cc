using System.Runtime.CompilerServices;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>
/// Every wait of a test has an end: what has not come by then never will, and the test fails and says what it waited for.
/// </summary>
public static class Patience
{
    /// <summary>Long enough for a machine that does other things too.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits.</summary>
    /// <param name="task">What must come.</param>
    /// <param name="what">What the test waits for, for the message.</param>
    /// <param name="detail">More for the message; asked for only when nothing came.</param>
    public static async Task InTimeAsync(
        this Task task,
        Func<string>? detail = null,
        [CallerArgumentExpression(nameof(task))] string what = ""
    )
    {
        // A clock of its own and no token: a test that is stopped has this limit too.
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
