using System.Runtime.InteropServices;

namespace NewsBot.Search.Vectors;

/// <summary>What is kept beside a quantised vector: 40 bytes, as they stand in the file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly struct VectorRow(PassagePlace place, float scale)
{
    /// <summary>Stands for no day: such a document is seen on every day.</summary>
    private const int NoDay = int.MinValue;

    public readonly long Document = place.Document;
    public readonly ulong PrintHigh = place.Print.High;
    public readonly ulong PrintLow = place.Print.Low;
    public readonly int Passage = place.Passage;
    public readonly int Day = place.Published?.DayNumber ?? NoDay;

    /// <summary>The vector of length 1 is this times the whole numbers; 0: there is no vector, and the passage is never found.</summary>
    public readonly float Scale = scale;

    // Always 0; keeps the rows a multiple of eight bytes long.
    private readonly int reserved = 0;

    public TextPrint Print => new(PrintHigh, PrintLow);

    public int Reserved => reserved;
}
