using System.Diagnostics;

namespace NewsBot.Archive.Tests.Crashes;

/// <summary>A process of its own that ingests a file, and writes a line for each article that was committed.</summary>
internal static class IngestProcess
{
    /// <summary>Starts it; the caller disposes it.</summary>
    /// <param name="database">The store.</param>
    /// <param name="batch">Articles in a transaction.</param>
    /// <param name="file">What it ingests.</param>
    /// <param name="index">The folder of an index that it keeps up to date; null: none.</param>
    public static Process Start(string database, int batch, string file, string? index = null) =>
        Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    Path.Combine(AppContext.BaseDirectory, "NewsBot.Archive.IngestProcess.dll"),
                    database,
                    index ?? "-",
                    $"{batch}",
                    file,
                },
                RedirectStandardOutput = true,
            }
        )!;
}
