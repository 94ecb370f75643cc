using System.Runtime.InteropServices;

namespace NewsBot.CommandLine;

/// <summary>
/// Turns Ctrl-C and a supervisor's stop signal into a cancelled token, once. Work that has not stopped after a while, or that receives a
/// second signal, is ended. The archive stays intact even then, because the store commits in transactions.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>Specifies the time in which the work has to stop; the rest of five seconds is for leaving.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4.5);

    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private Timer? end;

    /// <summary>Starts to listen.</summary>
    public StopSignals()
    {
        foreach (var signal in (ReadOnlySpan<PosixSignal>)[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            registrations.Add(PosixSignalRegistration.Create(signal, Stop));
    }

    /// <summary>Gets the token that the first signal cancels.</summary>
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
