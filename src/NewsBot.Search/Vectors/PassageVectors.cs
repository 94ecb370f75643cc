using System.Runtime.InteropServices;
using NewsBot.Search.Index.Storing;

namespace NewsBot.Search.Vectors;

/// <summary>
/// Keeps the vectors of passages in a folder: what was committed is there after a restart. Derived data, but expensive to make with a
/// model.
/// </summary>
/// <remarks>
/// Any number of searches may run while one caller writes; a search sees all of a write or nothing of it. Every byte is checked when the
/// folder is opened: a damaged file is left out, and <see cref="AppliedChange"/> is then 0, so that the caller looks for what is missing.
/// A hit identifies the text of its vector, so a file that has fallen behind can never return a passage that now says something else.
/// </remarks>
public sealed class PassageVectors : IDisposable
{
    // A file that another process replaced after the manifest was read is gone; the next manifest names its successor.
    private const int OpenAttempts = 3;

    private readonly VectorFolder folder;
    private readonly string model;
    private VectorPlaces? places;
    private AppliedState applied;
    private long nextFile;
    private volatile IReadOnlyList<VectorBlock> blocks;

    private PassageVectors(VectorFolder folder, string model, VectorManifest? manifest, IReadOnlyList<VectorBlock> blocks, string? damage)
    {
        (this.folder, this.model, this.blocks, Damage) = (folder, model, blocks, damage);
        nextFile = manifest?.NextFile ?? 1;
        applied = damage is null && manifest is not null ? manifest.Applied : AppliedState.None;
    }

    /// <summary>Gets what was wrong with the files when they were opened; null when nothing was.</summary>
    public string? Damage { get; }

    /// <summary>Gets the number of dimensions of a vector; 0 while there is none.</summary>
    public int Dimension => blocks is [var first, ..] ? first.Dimension : 0;

    /// <summary>Gets the number of vectors, including those of passages that no longer exist.</summary>
    public int Count => blocks.Sum(block => block.Count);

    /// <summary>Gets the number passed to the last <see cref="Commit"/>; 0: check everything.</summary>
    public long AppliedChange => applied.Change;

    /// <summary>Gets the name passed to the last <see cref="Commit"/> with the number.</summary>
    public string AppliedHistory => applied.History;

    /// <summary>Opens a folder, which is created if missing. Vectors of another model are left out.</summary>
    /// <param name="directory">The folder, used only for these vectors.</param>
    /// <param name="model">The name of what makes the vectors: those of different models are not comparable.</param>
    /// <exception cref="IOException">The folder cannot be created or read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access to the folder is denied.</exception>
    public static PassageVectors Open(string directory, string model)
    {
        var folder = new VectorFolder(directory);
        for (var attempt = 1; ; attempt++)
        {
            VectorManifest? manifest = null;
            string? damage = null;
            try
            {
                manifest = folder.ReadManifest();
            }
            catch (InvalidDataException found)
            {
                damage = found.Message;
            }

            if (manifest is not null && manifest.Model != model)
                return new PassageVectors(folder, model, manifest with { Applied = AppliedState.None }, [], null);
            var blocks = new List<VectorBlock>();
            foreach (var line in manifest?.Files ?? [])
            {
                try
                {
                    blocks.Add(folder.Open(line));
                }
                catch (InvalidDataException found)
                {
                    damage = found.Message;
                }
            }

            if (damage is null || attempt == OpenAttempts)
                return new PassageVectors(
                    folder,
                    model,
                    manifest,
                    [.. blocks.Where(block => block.Dimension == blocks[0].Dimension)],
                    damage
                );
        }
    }

    /// <summary>Becomes the writer of the folder; returns false while another process is. Reads every row.</summary>
    public bool TryBecomeWriter()
    {
        if (places is not null)
            return true;
        if (!folder.TryBecomeWriter())
            return false;
        places = new VectorPlaces();
        foreach (var block in blocks)
            places.Add(block);
        return true;
    }

    /// <summary>Returns the passages nearest to a query, nearest first. A passage may occur twice, with different texts.</summary>
    /// <param name="query">A vector of the same model; one of another length finds nothing.</param>
    /// <param name="top">The maximum number of hits.</param>
    /// <param name="asOf">When set, documents published after this day (UTC) are not seen.</param>
    /// <param name="sees">Determines by a document's key whether it is seen.</param>
    public IReadOnlyList<VectorHit> Search(ReadOnlySpan<float> query, int top, DateOnly? asOf, Func<long, bool> sees)
    {
        var now = blocks;
        return now.Count == 0 || now[0].Dimension != query.Length
            ? []
            : VectorScan.Search(now, query, top, asOf?.DayNumber ?? int.MaxValue, sees);
    }

    /// <summary>Determines whether a passage has the vector of its text.</summary>
    internal bool Has(PassagePlace place) => Places.Has(place);

    /// <summary>Gives passages the vectors that their texts already have, and returns those whose texts have none.</summary>
    public IReadOnlyList<PassagePlace> Reuse(IReadOnlyList<PassagePlace> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var missing = new List<PassagePlace>();
        var (rows, numbers) = (new List<VectorRow>(), new MemoryStream());
        foreach (var place in wanted)
        {
            if (Places.Has(place))
                continue;
            if (Places.Find(place.Print) is { } known)
            {
                rows.Add(new VectorRow(place, known.Block.Rows[known.Row].Scale));
                numbers.Write(MemoryMarshal.AsBytes(known.Block.VectorOf(known.Row)));
            }
            else
            {
                missing.Add(place);
            }
        }

        if (rows.Count > 0)
            Publish(VectorBlock.Of(Dimension, rows, numbers.ToArray()));
        return missing;
    }

    /// <summary>Adds vectors of one length; vectors of the same passages are replaced. Searchable when the call returns.</summary>
    /// <exception cref="ArgumentException">
    /// The vectors differ in length from one another, or from the existing ones: call <see cref="Clear"/> first.
    /// </exception>
    public void Add(IReadOnlyList<PassageVector> vectors)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        if (vectors.Count == 0)
            return;
        var dimension = vectors[0].Vector.Length;
        if (dimension == 0 || (Dimension != 0 && dimension != Dimension) || vectors.Any(one => one.Vector.Length != dimension))
            throw new ArgumentException("The vectors differ in length.", nameof(vectors));
        var stride = Quantised.Stride(dimension);
        var numbers = new byte[vectors.Count * stride];
        var rows = new VectorRow[vectors.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var scale = Quantised.Write(vectors[i].Vector.Span, MemoryMarshal.Cast<byte, sbyte>(numbers.AsSpan(i * stride, stride)));
            rows[i] = new VectorRow(vectors[i].Place, scale);
        }

        Publish(VectorBlock.Of(dimension, rows, numbers));
    }

    /// <summary>Writes what was added to disk: when the call returns, it survives the end of the process.</summary>
    /// <param name="change">The caller's number for the state up to which every passage has its vector.</param>
    /// <param name="history">The caller's name for the store that the number refers to.</param>
    /// <param name="isLive">
    /// Determines by a document's key whether it still exists; the vectors of others are dropped sooner or later.
    /// </param>
    /// <exception cref="IOException">It cannot be kept; what was added stays in memory, and a later commit may succeed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be kept; as above.</exception>
    public void Commit(long change, string history, Func<long, bool> isLive)
    {
        var current = Places;
        foreach (var merged in VectorMerges.Choose(blocks, block => Kept(block, current, isLive).Count()))
            Replace(merged, current, isLive);
        applied = new AppliedState(change, history);
        folder.Commit(new VectorManifest(model, applied, nextFile, [.. blocks.Select(block => (block.Number!.Value, block.Checksum))]));
    }

    /// <summary>Deletes all vectors, to make way for others of another length.</summary>
    public void Clear() => (blocks, places, applied) = ([], new VectorPlaces(), AppliedState.None);

    /// <summary>Returns the number of passages with a vector in documents that still exist.</summary>
    public int CountLive(Func<long, bool> isLive) => Places.Count(isLive);

    /// <summary>Lets others write to the folder. What was not committed is lost.</summary>
    public void Dispose() => folder.Dispose();

    private VectorPlaces Places => places ?? throw new InvalidOperationException("TryBecomeWriter comes first.");

    private void Publish(VectorBlock block)
    {
        Places.Add(block);
        blocks = [.. blocks, block];
    }

    private static IEnumerable<(VectorBlock Block, int Row)> Kept(VectorBlock block, VectorPlaces current, Func<long, bool> isLive) =>
        Enumerable
            .Range(0, block.Count)
            .Where(row => current.IsCurrent(block, row) && isLive(block.Rows[row].Document))
            .Select(row => (block, row));

    private void Replace(IReadOnlyList<VectorBlock> merged, VectorPlaces current, Func<long, bool> isLive)
    {
        var kept = merged.SelectMany(block => Kept(block, current, isLive)).ToList();
        var written = kept.Count == 0 ? null : folder.Create(nextFile++, merged[0].Dimension, kept);
        current.Remove(merged.ToHashSet());
        if (written is not null)
            current.Add(written);
        // In the place of the first: of two vectors of one passage the later counts.
        blocks =
        [
            .. blocks.TakeWhile(block => block != merged[0]),
            .. written is null ? Array.Empty<VectorBlock>() : [written],
            .. blocks.SkipWhile(block => block != merged[0]).Where(block => !merged.Contains(block)),
        ];
    }
}
