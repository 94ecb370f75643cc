using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using NewsBot.CommandLine;

namespace NewsBot.Tests.Support;

/// <summary>Represents the built program in a separate process.</summary>
internal sealed partial class BuiltProgram : IAsyncDisposable
{
    /// <summary>
    /// Specifies the limit of a run, far more than a stop may take: a run that hangs fails its test instead of the whole suite.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Gets a value indicating whether SIGINT is ignored: a shell that runs the tests in the background makes them, and their children,
    /// ignore it.
    /// </summary>
    private static readonly bool InterruptIsIgnored =
        OperatingSystem.IsLinux()
        && File.ReadLines("/proc/self/status")
            .Where(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))
            .Any(line => (Convert.ToUInt64(line[7..].Trim(), 16) & 2) != 0);

    private readonly Process process;

    private BuiltProgram(Process process) => this.process = process;

    public StreamWriter Input => process.StandardInput;

    public StreamReader Output => process.StandardOutput;

    public StreamReader Error => process.StandardError;

    public static BuiltProgram Start(string workingDirectory, params string[] arguments)
    {
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        var start = new ProcessStartInfo(InterruptIsIgnored ? "env" : dotnet)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = VerbContext.Utf8,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (
            var variable in start.Environment.Keys.Where(name => name.StartsWith("NEWSBOT__", StringComparison.OrdinalIgnoreCase)).ToList()
        )
            start.Environment.Remove(variable);
        foreach (var (name, value) in CommandRun.WithoutReadingModel)
            start.Environment[name] = value;
        if (InterruptIsIgnored)
        {
            start.ArgumentList.Add("--default-signal=INT");
            start.ArgumentList.Add(dotnet);
        }

        start.ArgumentList.Add(typeof(NewsBotCommand).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return new BuiltProgram(Process.Start(start)!);
    }

    public static async Task<CommandRun> RunAsync(string workingDirectory, params string[] arguments)
    {
        await using var program = Start(workingDirectory, arguments);
        program.Input.Close();
        return await program.EndAsync();
    }

    /// <summary>Reads the rest of its output, and waits for its end.</summary>
    public async Task<CommandRun> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = Output.ReadToEndAsync(patience.Token);
        var error = Error.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new CommandRun(process.ExitCode, await output, await error);
    }

    public void Interrupt() => Send(2);

    public void Terminate() => Send(15);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Send(int signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Only Unix has signals.");
        Assert.Equal(0, Kill(process.Id, signal));
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
