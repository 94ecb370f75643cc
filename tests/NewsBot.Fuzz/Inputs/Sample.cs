using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Fuzz.Inputs;

/// <summary>Represents a valid input, divided into tokens (tags, words, numbers, marks) that edits take out, repeat and move.</summary>
internal sealed partial class Sample
{
    private readonly Encoding encoding;
    private readonly Func<byte[], byte[]> pack;

    private Sample(string name, string text, Encoding encoding, Func<byte[], byte[]> pack)
    {
        (Name, this.encoding, this.pack) = (name, encoding, pack);
        Tokens = [.. Token().Matches(text).Select(match => match.Value)];
    }

    /// <summary>Gets the name of the file that it would be.</summary>
    public string Name { get; }

    /// <summary>Gets the tokens; together they are the whole text.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>Returns the sample that this assembly contains under a name.</summary>
    public static Sample Of(string name) => new(name, Resource(name, Encoding.UTF8), Encoding.UTF8, bytes => bytes);

    /// <summary>Returns a sample of a format of bytes, each of which is a character.</summary>
    public static Sample OfBytes(string name) => new(name, Resource(name, Encoding.Latin1), Encoding.Latin1, bytes => bytes);

    /// <summary>Returns a sample of a text that stands in code.</summary>
    public static Sample OfText(string name, string text, Func<byte[], byte[]>? pack = null) =>
        new(name, text, Encoding.UTF8, pack ?? (bytes => bytes));

    /// <summary>Returns a sample of a ZIP archive: edits change the file in it that is named, flips change the archive.</summary>
    public static Sample OfZip(string name, string edited, string part, params (string Name, string Text)[] others) =>
        new(
            name,
            Resource(edited, Encoding.UTF8),
            Encoding.UTF8,
            bytes => Zip([(part, bytes), .. others.Select(other => (other.Name, Encoding.UTF8.GetBytes(other.Text)))])
        );

    /// <summary>Returns the file of tokens.</summary>
    public byte[] Pack(IEnumerable<string> tokens) => pack(encoding.GetBytes(string.Concat(tokens)));

    private static string Resource(string name, Encoding encoding)
    {
        using var stream =
            typeof(Sample).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no sample {name}.");
        using var reader = new StreamReader(stream, encoding);
        return reader.ReadToEnd();
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    [GeneratedRegex(@"<[^<>]{0,300}>|\p{L}+|\p{N}+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
