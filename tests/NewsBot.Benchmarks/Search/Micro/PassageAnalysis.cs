using BenchmarkDotNet.Attributes;
using NewsBot.Search.Analysis;

namespace NewsBot.Benchmarks.Search.Micro;

/// <summary>The analysis of a passage of about 900 characters: words, folding, stems, stop words.</summary>
public class PassageAnalysis
{
    private string passage = "";

    /// <summary>Takes a passage from the middle of the news.</summary>
    [GlobalSetup]
    public void Choose() => passage = MicroNews.LongPassage;

    /// <summary>All tokens.</summary>
    [Benchmark]
    public int Analyze() => TextAnalyzer.Analyze(passage).Count;
}
