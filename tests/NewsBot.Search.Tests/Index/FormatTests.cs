using System.Buffers.Binary;
using NewsBot.Search.Index;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Tests.Index;

/// <summary>The stored indexes of every version of the format. A change of bytes that forgets to change the version shows here.</summary>
public class FormatTests
{
    private const int Documents = 40;

    // After the eight bytes that say that it is a manifest.
    private const int VersionOffset = 8;

    [Fact]
    public void AnotherVersion_IsNamed_AndMadeAnew()
    {
        using var directory = new TemporaryDirectory();
        WriteTo(directory.Path);
        var manifest = Path.Combine(directory.Path, "manifest");
        var bytes = File.ReadAllBytes(manifest);
        bytes[VersionOffset]++;
        BinaryPrimitives.WriteUInt32LittleEndian(
            bytes.AsSpan(bytes.Length - sizeof(uint)),
            Crc32C.Of(bytes.AsSpan(0, bytes.Length - sizeof(uint)))
        );
        File.WriteAllBytes(manifest, bytes);

        using var index = StoredPassageIndex.Open(directory.Path);

        Assert.Contains("manifest: it has another format version", index.Damage, StringComparison.Ordinal);
        Assert.Equal((0, 0), (index.AppliedChange, index.DocumentCount));
    }

    [Fact]
    public void Version2_IsReadable()
    {
        using var directory = new TemporaryDirectory();
        foreach (var file in Directory.GetFiles(FixturePath("v2")))
            File.Copy(file, Path.Combine(directory.Path, Path.GetFileName(file)));

        using var index = StoredPassageIndex.Open(directory.Path);

        Assert.Null(index.Damage);
        Assert.Equal((7, "a store", Documents - 1), (index.AppliedChange, index.AppliedHistory, index.DocumentCount));
        var query = new PassageQuery { Text = SomeText.Words(new Random(5), 8), Top = 50 };
        Assert.Equal(Generated().Search(query), index.Search(query));
    }

    [Fact]
    public void Version2_IsWrittenToTheLastByte()
    {
        using var directory = new TemporaryDirectory();

        WriteTo(directory.Path);

        foreach (var file in Directory.GetFiles(FixturePath("v2")))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(directory.Path, Path.GetFileName(file))));
    }

    internal static void WriteTo(string path)
    {
        using var index = StoredPassageIndex.Open(path);
        var random = new Random(2023);
        index.Apply([], [.. Enumerable.Range(0, Documents).Select(key => SomeText.Document(random, key) with { Owner = key * 10 })]);
        index.Commit(6, "a store");
        index.Apply([11], []);
        index.Commit(7, "a store");
    }

    private static string FixturePath(string version) => Path.Combine(AppContext.BaseDirectory, "Index", "Fixtures", version);

    private static InMemoryPassageIndex Generated()
    {
        var index = new InMemoryPassageIndex();
        var random = new Random(2023);
        index.Apply([], [.. Enumerable.Range(0, Documents).Select(key => SomeText.Document(random, key) with { Owner = key * 10 })]);
        index.Apply([11], []);
        return index;
    }
}
