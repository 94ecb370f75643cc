using System.Diagnostics;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Support;

/// <summary>
/// Runs Microsoft's Agents Playground, a Teams client for this machine, in a separate process. <c>tools/teams-client</c> installs it.
/// </summary>
internal sealed class AgentsPlayground : IAsyncDisposable
{
    /// <summary>Specifies the environment variable that names its script <c>cli.js</c>.</summary>
    public const string Script = "NEWSBOT_PLAYGROUND";

    private const string Ready = "Listening on ";

    private readonly TemporaryFolder folder = new();
    private readonly TaskCompletionSource<string> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private AgentsPlayground(Process process) => this.process = process;

    /// <summary>Gets or sets the address of the client.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Returns the path of its script. If it is not installed, the running test is skipped with a reason.</summary>
    public static string Require()
    {
        var script = Environment.GetEnvironmentVariable(Script);
        Assert.SkipWhen(
            string.IsNullOrEmpty(script),
            "Needs Microsoft's Agents Playground: tools/teams-client installs it and runs this test."
        );
        return script!;
    }

    /// <summary>Starts it.</summary>
    /// <param name="script">The path of its script.</param>
    /// <param name="app">The address of a NewsBot host.</param>
    public static async Task<AgentsPlayground> StartAsync(string script, Uri app)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            script,
            "start",
            "--app-endpoint",
            new Uri(app, "api/messages").AbsoluteUri,
            "--channel-id",
            "msteams",
            "--disable-telemetry",
            "true",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        var playground = new AgentsPlayground(new Process { StartInfo = start });
        start.WorkingDirectory = playground.folder.Root;
        try
        {
            await playground.RunAsync();
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
        folder.Dispose();
    }

    private async Task RunAsync()
    {
        var said = "";
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(Ready, StringComparison.Ordinal) == true)
                port.TrySetResult(line.Data[Ready.Length..].Trim());
        };
        process.ErrorDataReceived += (_, line) => said += line.Data;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Url = $"http://127.0.0.1:{await port.Task.InTimeAsync(() => said)}/";
    }
}
