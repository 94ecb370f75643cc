using NewsBot.Archive.Ingest;
using Spectre.Console;

namespace NewsBot.CommandLine;

/// <summary>Shows a progress bar on standard error if that is a terminal; shows nothing in a pipe.</summary>
internal static class IngestProgressBar
{
    /// <summary>Runs an ingest below a progress bar.</summary>
    /// <param name="context">Shows whether a person watches.</param>
    /// <param name="output">Receives the lines of the report.</param>
    /// <param name="ingest">Receives where to write lines and where to report progress.</param>
    public static async Task<IngestReport> RunAsync(
        VerbContext context,
        TextWriter output,
        Func<Action<string>, Action<IngestProgress>?, Task<IngestReport>> ingest
    )
    {
        if (!context.IsErrorTerminal)
            return await ingest(output.WriteLine, null);

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        // On a terminal shared with the bar, lines must go through it, or the two overwrite each other.
        Action<string> write = context.IsOutputTerminal ? line => terminal.WriteLine(line) : output.WriteLine;
        return await terminal
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("Ingesting", maxValue: 1);
                return await ingest(
                    write,
                    progress =>
                    {
                        task.MaxValue = Math.Max(1, progress.BytesInAll);
                        task.Value = progress.BytesRead;
                        task.Description = $"{progress.FilesRead} files";
                    }
                );
            });
    }
}
