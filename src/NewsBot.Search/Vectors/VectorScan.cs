namespace NewsBot.Search.Vectors;

/// <summary>
/// Finds the nearest vectors by comparing all of them: exact, and with up to some hundred thousand as fast as a search by words.
/// </summary>
internal static class VectorScan
{
    /// <summary>Returns the nearest visible rows, nearest first.</summary>
    /// <param name="blocks">Blocks of one dimension.</param>
    /// <param name="query">The query, as long as the blocks' vectors.</param>
    /// <param name="top">The maximum number of hits.</param>
    /// <param name="lastDay">The last visible day of publication, as <see cref="DateOnly.DayNumber"/>.</param>
    /// <param name="sees">Determines by a document's key whether it is seen; called for few.</param>
    public static List<VectorHit> Search(
        IReadOnlyList<VectorBlock> blocks,
        ReadOnlySpan<float> query,
        int top,
        int lastDay,
        Func<long, bool> sees
    )
    {
        var stride = Quantised.Stride(query.Length);
        var (whole, wide) = (new sbyte[stride], new short[stride]);
        var scale = Quantised.Write(query, whole);
        for (var i = 0; i < stride; i++)
            wide[i] = whole[i];
        var nearest = new PriorityQueue<(VectorBlock Block, int Row), float>();
        var least = float.NegativeInfinity;
        foreach (var block in blocks)
        {
            var rows = block.Rows;
            var vectors = block.Vectors;
            for (var row = 0; row < rows.Length; row++)
            {
                ref readonly var beside = ref rows[row];
                var cosine = Quantised.Dot(vectors.Slice(row * stride, stride), wide) * beside.Scale;
                if (cosine <= least || beside.Scale == 0 || beside.Day > lastDay || !sees(beside.Document))
                    continue;
                nearest.Enqueue((block, row), cosine);
                if (nearest.Count <= top)
                    continue;
                nearest.Dequeue();
                nearest.TryPeek(out _, out least);
            }
        }

        var hits = new List<VectorHit>(nearest.Count);
        while (nearest.TryDequeue(out var found, out var cosine))
        {
            ref readonly var beside = ref found.Block.Rows[found.Row];
            hits.Add(new VectorHit(beside.Document, beside.Passage, beside.Print, cosine * (double)scale));
        }

        // A file's memory is unmapped when nothing references its block any more.
        GC.KeepAlive(blocks);
        return [.. hits.OrderByDescending(hit => hit.Cosine).ThenBy(hit => hit.Document).ThenBy(hit => hit.Passage)];
    }
}
