using System.Text;

namespace NewsBot.Fuzz.Inputs;

/// <summary>Represents one input: a sample after its edits.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Edits">The edits, in order.</param>
/// <param name="Bytes">The result; at most <see cref="MaxBytes"/> before it is packed.</param>
internal sealed record FuzzInput(Sample Sample, IReadOnlyList<Edit> Edits, byte[] Bytes)
{
    /// <summary>Specifies how large edits make an input, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Gets the name of the file that the input would be.</summary>
    public string Name => Sample.Name;

    /// <summary>Gets the input as text; bytes that are not UTF-8 become U+FFFD.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <inheritdoc />
    public override string ToString() => $"{Name}, {Bytes.Length} bytes, after {string.Join("; ", Edits)}";
}
