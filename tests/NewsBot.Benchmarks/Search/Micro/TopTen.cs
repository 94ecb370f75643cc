using BenchmarkDotNet.Attributes;
using NewsBot.Search.Index;

namespace NewsBot.Benchmarks.Search.Micro;

/// <summary>Whole searches for the best ten passages of the news; a mean over questions that take turns.</summary>
public class TopTen
{
    private const int Questions = 64;
    private PassageQuery[] queries = [];

    /// <summary>Takes questions from all of the years.</summary>
    [GlobalSetup]
    public void Choose() =>
        queries = [.. MicroNews.Queries.Where((_, number) => number % (MicroNews.Queries.Count / Questions) == 0).Take(Questions)];

    /// <summary>The disjunction of the question's words.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public int Terms()
    {
        var found = 0;
        foreach (var query in queries)
            found += MicroNews.Snapshot.FindCandidates(query, 10)?.Candidates.Length ?? 0;
        return found;
    }

    /// <summary>As readers get it.</summary>
    [Benchmark(OperationsPerInvoke = Questions)]
    public int Ranked()
    {
        var found = 0;
        foreach (var query in queries)
            found += MicroNews.Snapshot.Search(query).Count;
        return found;
    }
}
