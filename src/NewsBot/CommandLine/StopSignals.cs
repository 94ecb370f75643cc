using System.Runtime.InteropServices;

namespace NewsBot.CommandLine;

/// <summary>
/// Turns Ctrl-C and a supervisor's stop into a cancelled token, once. What has not stopped by itself after a while, or is asked a
/// second time, is ended: an archive is whole after that, too, because the store commits in transactions.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>A stop takes at most five seconds; the rest of them is for leaving.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4.5);

    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private Timer? end;

    /// <summary>Begins to listen.</summary>
    public StopSignals()
    {
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            registrations.Add(PosixSignalRegistration.Create(signal, Stop));
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
        end?.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested)
            Environment.Exit(ExitCode.Failed);
        end = new Timer(_ => Environment.Exit(ExitCode.Failed), null, Grace, Timeout.InfiniteTimeSpan);
        source.Cancel();
    }
}
