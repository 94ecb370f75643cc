using System.Globalization;
using System.Text;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Search.Micro;

/// <summary>Runs the micro benchmarks of search with BenchmarkDotNet and writes their table.</summary>
/// <remarks>In this process, because the usual way restores and builds a project for each, and because they share one index.</remarks>
internal static class MicroBenchmark
{
    private const int Warmups = 3;
    private const int Iterations = 12;

    /// <summary>Runs all; 0, 1 when one of them failed, or 2 when there is nothing to measure.</summary>
    /// <param name="report">The file to write.</param>
    /// <param name="today">For the report.</param>
    public static int Run(string report, DateOnly today)
    {
        if (SharedFolder.Path is not { } shared)
        {
            Console.Error.WriteLine("No news: set NEWSBOT_SHARED to the folder with eval/news.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("newsbot-micro-");
        try
        {
            using var index = StoredPassageIndex.Open(Path.Combine(folder.FullName, "index"));
            MicroNews.Fill(Path.Combine(shared, "eval", "news"), index);
            var config = ManualConfig
                .CreateEmpty()
                .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(Warmups).WithIterationCount(Iterations))
                .AddDiagnoser(MemoryDiagnoser.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(ConsoleLogger.Default)
                .WithArtifactsPath(Path.Combine(folder.FullName, "artifacts"));
            var summaries = BenchmarkRunner.Run(
                [typeof(BlockDecoding), typeof(TermLookUp), typeof(TopTen), typeof(PassageAnalysis)],
                config
            );
            var reports = summaries.SelectMany(summary => summary.Reports).ToList();
            if (reports.Count == 0 || reports.Exists(one => one.ResultStatistics is null))
                return 1;
            File.WriteAllText(report, Table(reports, today).ReplaceLineEndings("\n"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Table(IEnumerable<BenchmarkReport> reports, DateOnly today)
    {
        var text = new StringBuilder("# Search micro benchmarks\n\n");
        text.AppendLine("Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- micro` (BenchmarkDotNet, in one");
        text.AppendLine("process). The source of each benchmark is in `Search/Micro`.").AppendLine();
        text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{today:yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}."
            )
            .AppendLine();
        text.AppendLine("| benchmark | median | mean ± error | allocated |").AppendLine("|---|---|---|---|");
        foreach (var report in reports)
        {
            var (name, found) = (report.BenchmarkCase, report.ResultStatistics!);
            var error = found.StandardError * 2;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name.Descriptor.Type.Name}.{name.Descriptor.WorkloadMethod.Name}{Parameters(name)} | {Time(found.Median)} | {Time(found.Mean)} ± {Time(error)} | {report.GcStats.GetBytesAllocatedPerOperation(name):N0} B |"
            );
        }

        return text.ToString();
    }

    private static string Parameters(BenchmarkCase name) => name.HasParameters ? $" ({name.Parameters.DisplayInfo.Trim('[', ']')})" : "";

    private static string Time(double nanoseconds) =>
        nanoseconds switch
        {
            < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:F1} ns"),
            < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e3:F2} µs"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1e6:F2} ms"),
        };
}
