using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using BitFaster.Caching.Lru;

namespace NewsBot.Semantics.Network;

/// <summary>
/// Remembers what the network made of the pairs that were read most recently. Pages ask the earlier questions of a conversation again, and
/// several readers ask the same: the same pair has the same scores in every run. Thread-safe.
/// </summary>
/// <param name="network">Reads what is not remembered; disposed with this object.</param>
internal sealed class ReadingMemory(ReadingNetwork network) : IDisposable
{
    /// <summary>Specifies the number of pairs remembered: those of some 4,000 questions, in about 10 MB.</summary>
    private const int Most = 65_536;

    private readonly ConcurrentLru<UInt128, float[]> _known = new(Most);

    /// <summary>Returns the named output, one row for each pair, in the order of the pairs. Callers must not change the rows.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public float[][] Run(IReadOnlyList<PackedPair> pairs, string output, CancellationToken cancellationToken)
    {
        var rows = new float[pairs.Count][];
        var keys = pairs.Select(pair => KeyOf(pair, output)).ToArray();
        var unread = new List<int>();
        for (var at = 0; at < rows.Length; at++)
        {
            if (_known.TryGet(keys[at], out var row))
                rows[at] = row;
            else
                unread.Add(at);
        }

        var read = network.Run([.. unread.Select(at => pairs[at])], output, cancellationToken);
        for (var i = 0; i < read.Length; i++)
        {
            rows[unread[i]] = read[i];
            _known.AddOrUpdate(keys[unread[i]], read[i]);
        }

        return rows;
    }

    /// <summary>Frees the network. No run may be in progress.</summary>
    public void Dispose() => network.Dispose();

    // Of a strong hash, 128 bits never coincide by chance, nor can anybody make two pairs that do.
    private static UInt128 KeyOf(PackedPair pair, string output)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(output));
        hash.AppendData(MemoryMarshal.AsBytes(pair.Tokens.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(pair.Segments.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(pair.Marks.AsSpan()));
        return BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset());
    }
}
