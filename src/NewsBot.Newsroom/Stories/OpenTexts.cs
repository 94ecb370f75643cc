using System.Runtime.InteropServices;

namespace NewsBot.Newsroom.Stories;

/// <summary>Finds the texts that a new one may belong with: an inverted index for cosines, and MinHash tables for copies.</summary>
internal sealed class OpenTexts
{
    /// <summary>The texts swept with each one added: more than are added over time, and few enough to cause no delay.</summary>
    private const int SweptAtOnce = 4;

    private readonly List<StoryText?> texts = [];
    private readonly Dictionary<ulong, List<(int Text, float Weight)>> postings = [];
    private readonly Dictionary<(int Band, ulong Key), List<int>> sketches = [];
    private readonly Queue<(int Slot, SparseVector Words, ulong[] Sketch)> expired = [];
    private readonly Stack<int> free = [];
    private double[] sums = new double[64];

    /// <summary>Adds a weighted text.</summary>
    public void Add(StoryText text)
    {
        for (var i = 0; i < SweptAtOnce && expired.TryDequeue(out var old); i++)
            Sweep(old.Slot, old.Words, old.Sketch);
        if (!free.TryPop(out var slot))
        {
            slot = texts.Count;
            texts.Add(null);
            if (sums.Length < texts.Count)
                Array.Resize(ref sums, texts.Count * 2);
        }

        texts[slot] = text;
        text.Slot = slot;
        var dimensions = text.Vectors.All.Dimensions;
        var weights = text.Vectors.All.Weights;
        for (var i = 0; i < dimensions.Length; i++)
            ListOf(postings, dimensions[i]).Add((slot, weights[i]));
        foreach (var key in MinHash.Keys(text.Sketch))
            ListOf(sketches, key).Add(slot);
    }

    /// <summary>Removes texts. They are no longer found; their postings are swept bit by bit.</summary>
    public void Remove(IEnumerable<StoryText> gone)
    {
        foreach (var text in gone)
        {
            texts[text.Slot] = null;
            expired.Enqueue((text.Slot, text.Vectors.All, text.Sketch));
        }
    }

    /// <summary>Returns the texts that are at least this similar to a weighted one, with their cosines.</summary>
    public List<(StoryText Text, double Cosine)> Near(StoryText text, double least)
    {
        var dimensions = text.Vectors.All.Dimensions;
        var weights = text.Vectors.All.Weights;
        Array.Clear(sums, 0, texts.Count);
        for (var i = 0; i < dimensions.Length; i++)
        {
            if (!postings.TryGetValue(dimensions[i], out var list))
                continue;
            foreach (var (other, weight) in CollectionsMarshal.AsSpan(list))
                sums[other] += weight * weights[i];
        }

        var near = new List<(StoryText, double)>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (sums[i] >= least && texts[i] is { } other && other != text)
                near.Add((other, sums[i]));
        }

        return near;
    }

    /// <summary>Returns the texts that this one nearly duplicates.</summary>
    public IEnumerable<StoryText> NearDuplicates(StoryText text) =>
        MinHash
            .Keys(text.Sketch)
            .SelectMany(key => sketches.GetValueOrDefault(key, []))
            .Distinct()
            .Select(number => texts[number])
            .OfType<StoryText>()
            .Where(other => other != text && MinHash.Similarity(text.Sketch, other.Sketch) >= MinHash.NearDuplicate);

    private void Sweep(int slot, SparseVector words, ulong[] sketch)
    {
        foreach (var dimension in words.Dimensions)
        {
            var list = postings[dimension];
            list.RemoveAt(list.FindIndex(one => one.Text == slot));
            if (list.Count == 0)
                postings.Remove(dimension);
        }

        foreach (var key in MinHash.Keys(sketch))
        {
            var list = sketches[key];
            list.Remove(slot);
            if (list.Count == 0)
                sketches.Remove(key);
        }

        free.Push(slot);
    }

    private static List<TValue> ListOf<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        return list ??= [];
    }
}
