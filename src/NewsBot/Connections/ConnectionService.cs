namespace NewsBot.Connections;

/// <summary>
/// Checks the services that the host depends on, at the start and from time to time, without delaying the start. A failure is logged once
/// and listed in <see cref="HostProblems"/> until it is over.
/// </summary>
internal sealed partial class ConnectionService(
    IEnumerable<IConnectionCheck> checks,
    HostProblems problems,
    TimeProvider time,
    ILogger<ConnectionService> log
) : BackgroundService
{
    /// <summary>Specifies the time between two checks of services that work.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <summary>Specifies the time between two checks while a service fails.</summary>
    public static readonly TimeSpan FailingInterval = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(checks.Select(check => FollowAsync(check, stoppingToken)));

    /// <summary>Checks a service once, and returns the time until the next check.</summary>
    internal async Task<TimeSpan> CheckAsync(IConnectionCheck check, CancellationToken cancellationToken)
    {
        var problem = await ProblemOfAsync(check, cancellationToken);
        var isNews = problems.Note(check.Name, problem);
        if (isNews && problem is not null)
            LogFails(problem);
        else if (isNews)
            LogWorks(check.Name);
        return problem is null ? Interval : FailingInterval;
    }

    private static async Task<string?> ProblemOfAsync(IConnectionCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.ProblemAsync(cancellationToken);
        }
#pragma warning disable CA1031 // The edge of a background loop: a defect of a check must not stop the host.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // Without its message, which may contain a secret.
            return $"The check of {check.Name} fails ({failure.GetType().Name}); look at its settings.";
        }
    }

    private async Task FollowAsync(IConnectionCheck check, CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await Task.Delay(await CheckAsync(check, stoppingToken), time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Problem}")]
    private partial void LogFails(string problem);

    [LoggerMessage(2, LogLevel.Information, "{Service} works again")]
    private partial void LogWorks(string service);
}
