namespace NewsBot.Search.Vectors;

/// <summary>Locates the vector of each passage and of each text. For the writer; not thread-safe.</summary>
internal sealed class VectorPlaces
{
    private readonly Dictionary<(long Document, int Passage), (VectorBlock Block, int Row)> byPassage = [];
    private readonly Dictionary<TextPrint, (VectorBlock Block, int Row)> byPrint = [];

    /// <summary>Adds a block's rows; they replace those of the same passages.</summary>
    public void Add(VectorBlock block)
    {
        var rows = block.Rows;
        for (var row = 0; row < rows.Length; row++)
        {
            byPassage[(rows[row].Document, rows[row].Passage)] = (block, row);
            byPrint[rows[row].Print] = (block, row);
        }

        GC.KeepAlive(block);
    }

    /// <summary>Removes blocks that no longer exist.</summary>
    public void Remove(IReadOnlyCollection<VectorBlock> blocks)
    {
        foreach (var (key, place) in byPassage)
        {
            if (blocks.Contains(place.Block))
                byPassage.Remove(key);
        }

        foreach (var (key, place) in byPrint)
        {
            if (blocks.Contains(place.Block))
                byPrint.Remove(key);
        }
    }

    /// <summary>Determines whether a passage has the vector of its present text.</summary>
    public bool Has(in PassagePlace place) =>
        byPassage.TryGetValue((place.Document, place.Passage), out var known) && known.Block.Rows[known.Row].Print == place.Print;

    /// <summary>Returns the vector of a text, wherever the text occurred; null when there is none.</summary>
    public (VectorBlock Block, int Row)? Find(TextPrint print) => byPrint.TryGetValue(print, out var known) ? known : null;

    /// <summary>Determines whether this row is the current one for its passage.</summary>
    public bool IsCurrent(VectorBlock block, int row)
    {
        ref readonly var beside = ref block.Rows[row];
        return byPassage.TryGetValue((beside.Document, beside.Passage), out var known) && known == (block, row);
    }

    /// <summary>Returns the number of passages with a vector whose document meets a condition.</summary>
    public int Count(Func<long, bool> isLive) => byPassage.Keys.Count(key => isLive(key.Document));
}
