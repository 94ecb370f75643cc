using System.Runtime.InteropServices;

namespace NewsBot.Search.Vectors;

/// <summary>Represents what is stored with a quantised vector: 40 bytes, exactly as in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct VectorRow(PassagePlace place, float scale)
{
    /// <summary>Represents no day: such a document is seen on every day.</summary>
    private const int NoDay = int.MinValue;

    public readonly long Document = place.Document;
    public readonly ulong PrintHigh = place.Print.High;
    public readonly ulong PrintLow = place.Print.Low;
    public readonly int Passage = place.Passage;
    public readonly int Day = place.Published?.DayNumber ?? NoDay;

    /// <summary>
    /// Represents the factor from the integers to the vector of length 1; 0: there is no vector, and the passage is never found.
    /// </summary>
    public readonly float Scale = scale;

    // Always 0; makes the length of a row a multiple of eight bytes.
    private readonly int reserved = 0;

    public TextPrint Print => new(PrintHigh, PrintLow);

    public int Reserved => reserved;
}
