using NewsBot.Newsroom.Desks;

namespace NewsBot.Delivering;

/// <summary>
/// Takes over every second what commands at other hosts have changed about desks, so that nobody sees too much for longer.
/// </summary>
internal sealed partial class DeskRefresh(DeskRegister desks, TimeProvider time, ILogger<DeskRefresh> log)
    : RepeatedWork(time, TimeSpan.FromSeconds(1))
{
    /// <inheritdoc />
    protected override Task RunOnceAsync(CancellationToken cancellationToken) => desks.RefreshAsync(cancellationToken);

    /// <inheritdoc />
    protected override void LogFailure(Exception failure) => Failed(log, failure);

    /// <inheritdoc />
    protected override void LogRecovery() => WorksAgain(log);

    [LoggerMessage(1, LogLevel.Error, "Changes of desks at other hosts cannot be read; NewsBot tries again each second")]
    private static partial void Failed(ILogger log, Exception failure);

    [LoggerMessage(2, LogLevel.Information, "Changes of desks at other hosts are read again")]
    private static partial void WorksAgain(ILogger log);
}
