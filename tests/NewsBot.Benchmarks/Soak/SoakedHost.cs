using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NewsBot.Benchmarks.Soak;

/// <summary>The product's own program, in a process of its own, on a data directory and a watched folder made for it.</summary>
internal sealed class SoakedHost : IDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);
    private readonly string program;
    private readonly string folder;
    private Process? process;

    public SoakedHost(string program, string folder)
    {
        this.program = program;
        this.folder = folder;
        Watched = Directory.CreateDirectory(Path.Combine(folder, "wire")).FullName;
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
    }

    /// <summary>Gets the folder that the host ingests from while it serves.</summary>
    public string Watched { get; }

    /// <summary>Gets where the host listens.</summary>
    public Uri Address { get; }

    /// <summary>Gets further settings, by the names of their variables without the prefix.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Ingests a file and waits for the end.</summary>
    public async Task IngestAsync(string file)
    {
        if (await RunAsync("ingest", file) is not 0 and var code)
            throw new InvalidOperationException($"The ingest of {file} ended with {code}; its words are in {LogFile}.");
    }

    /// <summary>Starts the host, for the first time or after <see cref="Kill" />, and waits until it is ready.</summary>
    public async Task StartAsync(HttpClient client)
    {
        process = Start(["serve", "--urls", Address.ToString()]);
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > StartsWithin)
                throw new InvalidOperationException($"The host did not start; its words are in {LogFile}.");
            try
            {
                using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (response.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(100);
        }
    }

    /// <summary>Reads what the host holds now.</summary>
    public HostSample Sample() => HostSample.Of(process!.Id);

    /// <summary>Kills the host, which can be started again.</summary>
    public void Kill()
    {
        if (process is null)
            return;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>Ends the host.</summary>
    public void Dispose() => Kill();

    /// <summary>Runs a verb on the host's data, and returns its exit code.</summary>
    public async Task<int> RunAsync(params IEnumerable<string> arguments)
    {
        using var verb = Start(arguments);
        await verb.WaitForExitAsync();
        return verb.ExitCode;
    }

    /// <summary>Returns a port of this machine that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Gets the file of what the host said.</summary>
    public string LogFile => Path.Combine(folder, "host.log");

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[.. arguments, "--data", Path.Combine(folder, "data")])
            start.ArgumentList.Add(argument);
        start.Environment["NEWSBOT__Ingest__Watch__0"] = Watched;
        foreach (var (name, value) in Settings)
            start.Environment["NEWSBOT__" + name] = value;
        var started = Process.Start(start)!;
        started.OutputDataReceived += Keep;
        started.ErrorDataReceived += Keep;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (program)
            File.AppendAllText(LogFile, line.Data + Environment.NewLine);
    }
}
