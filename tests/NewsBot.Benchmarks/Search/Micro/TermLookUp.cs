using BenchmarkDotNet.Attributes;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Benchmarks.Search.Micro;

/// <summary>One look-up in the term dictionary of the news index.</summary>
public class TermLookUp
{
    private TermDictionary dictionary;
    private byte[] misspelt = [];

    /// <summary>Takes the largest segment.</summary>
    [GlobalSetup]
    public void Open()
    {
        dictionary = MicroNews.Snapshot.Views.MaxBy(view => view.Segment.Info.Terms)!.Segment.Dictionary;
        misspelt = "zelemsky"u8.ToArray();
    }

    /// <summary>A name that is there.</summary>
    [Benchmark]
    public int Exact() => dictionary.Find("zelenski");

    /// <summary>The first twenty terms of a prefix.</summary>
    [Benchmark]
    public int Prefix() => dictionary.WithPrefix("zel", 20).Count;

    /// <summary>The terms within two changes.</summary>
    [Benchmark]
    public int Fuzzy() => dictionary.Near(misspelt, 2).Count;
}
