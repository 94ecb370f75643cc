using NewsBot.Archive.Ingest;
using Spectre.Console;

namespace NewsBot.CommandLine;

/// <summary>A bar on standard error while a person watches it on a terminal; nothing in a pipe.</summary>
internal static class IngestProgressBar
{
    /// <summary>Runs an ingest below a bar.</summary>
    /// <param name="context">Says whether somebody watches.</param>
    /// <param name="output">Takes the report's lines.</param>
    /// <param name="ingest">Is given where to write lines, and whom to tell of progress.</param>
    public static async Task<IngestReport> RunAsync(
        VerbContext context,
        TextWriter output,
        Func<Action<string>, Action<IngestProgress>?, Task<IngestReport>> ingest
    )
    {
        if (!context.IsErrorTerminal)
            return await ingest(output.WriteLine, null);

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        // On one terminal with the bar, a line must go past it, or the two overwrite each other.
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
