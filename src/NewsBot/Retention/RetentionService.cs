using NewsBot.Delivering;
using NewsBot.Newsroom.State;

namespace NewsBot.Retention;

/// <summary>Deletes what has been kept long enough: when the host starts, and once a day after that.</summary>
/// <param name="rules">The kinds of records; one that fails does not keep the others.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Learns what could not be deleted.</param>
internal sealed partial class RetentionService(IEnumerable<RetentionRule> rules, TimeProvider time, ILogger<RetentionService> log)
    : RepeatedWork(time, Interval, isDueAtStart: true)
{
    /// <summary>Specifies the time between two deletions.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    private readonly TimeProvider time = time;
    private readonly RetentionRule[] rules = [.. rules];

    /// <inheritdoc />
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<Exception> failures = [];
        foreach (var rule in rules)
        {
            try
            {
                await rule.PurgeAsync(now, cancellationToken);
            }
#pragma warning disable CA1031 // Each kind is deleted by itself; the base class reports the failures.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failures.Add(new InvalidOperationException($"{rule.Kind}: {failure.Message}", failure));
            }
        }

        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    /// <inheritdoc />
    protected override void LogFailure(Exception failure) => Failed(log, failure);

    /// <inheritdoc />
    protected override void LogRecovery() => WorksAgain(log);

    [LoggerMessage(1, LogLevel.Error, "Old records could not be deleted; NewsBot tries again in a day and logs when it succeeds")]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(2, LogLevel.Information, "Old records can be deleted again")]
    private static partial void WorksAgain(ILogger log);
}
