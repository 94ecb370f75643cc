using System.Runtime.InteropServices;
using System.Text;

namespace NewsBot.Search.Index.Segments;

/// <summary>Numbers the terms of a new segment, most frequent first, because token streams use fewer bytes for low numbers.</summary>
internal sealed class Vocabulary
{
    private readonly byte[][] sorted;
    private readonly int[] sortedNumbers;

    private Vocabulary(byte[][] sorted, int[] sortedNumbers, int[] numbers)
    {
        this.sorted = sorted;
        this.sortedNumbers = sortedNumbers;
        Numbers = numbers;
    }

    /// <summary>
    /// Gets the numbers in the segment, by position in the list that the vocabulary was made from; -1 for terms that do not occur.
    /// </summary>
    public int[] Numbers { get; }

    /// <summary>Gets the number of terms that occur.</summary>
    public int Count => sorted.Length;

    /// <summary>Numbers some terms; terms of equal frequency are numbered in the order of the terms.</summary>
    public static Vocabulary Of(IEnumerable<string> terms, IReadOnlyList<int> frequencies)
    {
        var occurring = terms.Index().Where(term => frequencies[term.Index] > 0).ToArray();
        var sorted = Array.ConvertAll(occurring, term => Encoding.UTF8.GetBytes(term.Item));
        var positions = Array.ConvertAll(occurring, term => term.Index);
        Array.Sort(sorted, positions, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));

        var byFrequency = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(Array.ConvertAll(byFrequency, place => ((long)-frequencies[positions[place]] << 32) | (uint)place), byFrequency);
        var numbers = new int[frequencies.Count];
        Array.Fill(numbers, TermDictionary.Unknown);
        var sortedNumbers = new int[sorted.Length];
        for (var number = 0; number < byFrequency.Length; number++)
            numbers[positions[byFrequency[number]]] = sortedNumbers[byFrequency[number]] = number;
        return new Vocabulary(sorted, sortedNumbers, numbers);
    }

    /// <summary>Writes the sections of the dictionary.</summary>
    public void WriteTo(SegmentOutput output)
    {
        var places = new int[Count];
        for (var place = 0; place < Count; place++)
            places[sortedNumbers[place]] = place;
        output.Begin(SegmentSection.TermPlaces);
        output.WriteColumn<int>(places);

        output.Begin(SegmentSection.Dictionary);
        var blocks = new List<int>();
        Span<byte> line = stackalloc byte[TermDictionary.MaxTermBytes + (3 * VarInt.MaxBytes)];
        for (var place = 0; place < Count; place++)
        {
            var shared = 0;
            if (place % SegmentFormat.DictionaryBlockTerms == 0)
                blocks.Add(output.SectionBytes);
            else
                shared = sorted[place].AsSpan().CommonPrefixLength(sorted[place - 1]);
            var length = VarInt.Write(line, (uint)shared);
            length += VarInt.Write(line[length..], (uint)(sorted[place].Length - shared));
            sorted[place].AsSpan(shared).CopyTo(line[length..]);
            length += sorted[place].Length - shared;
            length += VarInt.Write(line[length..], (uint)sortedNumbers[place]);
            output.Write(line[..length]);
        }

        blocks.Add(output.SectionBytes);
        output.Begin(SegmentSection.DictionaryBlocks);
        output.WriteColumn<int>(CollectionsMarshal.AsSpan(blocks));
    }
}
