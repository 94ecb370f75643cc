using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Search.Tests.Index;

/// <summary>Whatever happens to the files: the index says what, starts empty, and can be filled and kept again.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Rounds = 1000;

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void AnyFlippedBit_IsDetectedAndNamed() =>
        AssertDetected(
            4711,
            (random, bytes) =>
            {
                var flipped = (byte[])bytes.Clone();
                flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return flipped;
            }
        );

    [Fact]
    public void AnyTruncation_IsDetectedAndNamed() => AssertDetected(4712, (random, bytes) => bytes[..random.Next(bytes.Length)]);

    [Fact]
    public void ForeignFile_IsDetectedAndNamed() =>
        AssertDetected(
            4713,
            (random, bytes) =>
            {
                var foreign = new byte[random.Next(1, 2 * bytes.Length)];
                random.NextBytes(foreign);
                return foreign;
            },
            rounds: 50
        );

    [Fact]
    public void MissingSegment_IsDetectedAndNamed()
    {
        var files = WriteIndex();
        var segment = files.Keys.First(file => file.EndsWith(".segment", StringComparison.Ordinal));

        File.Delete(segment);

        AssertRebuilds(segment);
    }

    [Fact]
    public void SegmentOfAnotherIndex_IsDetectedAndNamed()
    {
        var files = WriteIndex();
        var segments = files.Keys.Where(file => file.EndsWith(".segment", StringComparison.Ordinal)).Order().ToList();

        File.WriteAllBytes(segments[0], files[segments[1]]);

        AssertRebuilds(segments[0]);
    }

    private void AssertDetected(int seed, Func<Random, byte[], byte[]> damage, int rounds = Rounds)
    {
        var random = new Random(seed);
        var files = WriteIndex();
        var names = files.Keys.Order().ToList();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (file, bytes) in files)
                File.WriteAllBytes(file, bytes);
            var damaged = names[round % names.Count];
            File.WriteAllBytes(damaged, damage(random, files[damaged]));

            if (round % 100 == 0)
                AssertRebuilds(damaged);
            else
                AssertNamed(damaged);
        }
    }

    private void AssertNamed(string damaged)
    {
        using var index = StoredPassageIndex.Open(directory.Path);

        Assert.StartsWith(damaged + ": ", index.Damage);
        Assert.Equal((0, 0L), (index.DocumentCount, index.AppliedChange));
    }

    private void AssertRebuilds(string damaged)
    {
        AssertNamed(damaged);

        using var index = StoredPassageIndex.Open(directory.Path);
        index.Apply([], [SomeDocument.With(1, "red fox")]);
        index.Commit(1);
        Assert.Single(index.Search(new PassageQuery { Text = "fox" }));
    }

    // Two segments and some removed documents, as small as that goes: each round writes them again.
    private Dictionary<string, byte[]> WriteIndex()
    {
        var random = new Random(1);
        using (var index = StoredPassageIndex.Open(directory.Path))
        {
            index.Apply([], [.. Enumerable.Range(0, 30).Select(key => SomeText.Document(random, key))]);
            index.Commit(1);
            index.Apply([3], [.. Enumerable.Range(30, 5).Select(key => SomeText.Document(random, key))]);
            index.Commit(2);
        }

        return Directory
            .GetFiles(directory.Path)
            .Where(file => !file.EndsWith("lock", StringComparison.Ordinal))
            .ToDictionary(file => file, File.ReadAllBytes);
    }
}
