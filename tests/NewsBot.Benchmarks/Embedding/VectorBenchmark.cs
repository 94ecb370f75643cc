using System.Diagnostics;
using System.Globalization;
using NewsBot.Search.Vectors;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Embedding;

/// <summary>
/// What the scan over all vectors costs, and what whole numbers lose against floats. The vectors are made: a thousand topics with noise
/// around them, about as far apart as passages of news are.
/// </summary>
internal static class VectorBenchmark
{
    private const int Dimension = 768;
    private const int Topics = 1000;
    private const float Noise = 1.2f;
    private const int Batch = 1000;
    private const int Queries = 50;
    private const int ExactQueries = 20;
    private const int Top = 10;

    public static int Run(IEnumerable<int> counts)
    {
        Console.WriteLine($"| passages | MB on disk | files | commits s | open ms | scan p50 ms | p95 ms | recall@{Top} against floats |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var count in counts)
            Measure(count);
        return 0;
    }

    private static void Measure(int count)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(7);
        var topics = Enumerable.Range(0, Topics).Select(_ => Near(null, random)).ToArray();
        var all = new float[count][];
        for (var i = 0; i < count; i++)
            all[i] = Near(topics[random.Next(Topics)], random);
        var writing = new Stopwatch();
        using (var vectors = PassageVectors.Open(folder.Root, "made"))
        {
            vectors.TryBecomeWriter();
            foreach (var batch in all.Index().Chunk(Batch))
            {
                PassageVector[] added =
                [
                    .. batch.Select(one => new PassageVector(
                        new PassagePlace(one.Index, 0, null, new TextPrint((ulong)one.Index, 1)),
                        one.Item
                    )),
                ];
                writing.Start();
                vectors.Add(added);
                vectors.Commit(batch[^1].Index, "made", _ => true);
                writing.Stop();
            }
        }

        var start = Stopwatch.GetTimestamp();
        using var opened = PassageVectors.Open(folder.Root, "made");
        var opening = Stopwatch.GetElapsedTime(start);
        var queries = Enumerable.Range(0, Queries).Select(_ => Near(topics[random.Next(Topics)], random)).ToArray();
        foreach (var query in queries.Take(5))
            opened.Search(query, 50, null, _ => true);
        var times = queries
            .Select(query =>
            {
                var asked = Stopwatch.GetTimestamp();
                opened.Search(query, 50, null, _ => true);
                return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
            })
            .Order()
            .ToList();
        var recall = queries
            .Take(ExactQueries)
            .Average(query =>
                opened.Search(query, Top, null, _ => true).Select(hit => hit.Document).Intersect(Exact(all, query)).Count() / (double)Top
            );
        var files = Directory.GetFiles(folder.Root, "*.vectors");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {count:N0} | {files.Sum(file => new FileInfo(file).Length) / 1e6:0} | {files.Length} | {writing.Elapsed.TotalSeconds:0.0} | {opening.TotalMilliseconds:0} | {times[times.Count / 2]:0.0} | {times[times.Count * 95 / 100]:0.0} | {recall:0.000} |"
            )
        );
    }

    private static IEnumerable<long> Exact(float[][] all, float[] query) =>
        all.Index()
            .Select(one => (Key: (long)one.Index, Cosine: Dot(one.Item, query) / Math.Sqrt(Dot(one.Item, one.Item))))
            .OrderByDescending(one => one.Cosine)
            .Take(Top)
            .Select(one => one.Key);

    private static double Dot(float[] a, float[] b)
    {
        var sum = System.Numerics.Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += System.Numerics.Vector<float>.Count)
            sum += new System.Numerics.Vector<float>(a, i) * new System.Numerics.Vector<float>(b, i);
        return System.Numerics.Vector.Sum(sum);
    }

    private static float[] Near(float[]? topic, Random random)
    {
        var vector = new float[Dimension];
        // The sum of three even numbers is near enough to a normal one.
        for (var i = 0; i < Dimension; i++)
            vector[i] = (topic?[i] ?? 0) + (Noise * (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5));
        return vector;
    }
}
