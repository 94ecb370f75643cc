using System.Runtime.InteropServices;

namespace NewsBot.Newsroom.Stories;

/// <summary>The texts that a new one may belong with: an inverted index for cosines, and MinHash tables for copies.</summary>
internal sealed class OpenTexts
{
    private readonly List<StoryText?> texts = [];
    private readonly Dictionary<ulong, List<(int Text, float Weight)>> postings = [];
    private readonly Dictionary<(int Band, ulong Key), List<int>> sketches = [];
    private double[] sums = new double[64];
    private int gone;

    /// <summary>Texts that are here.</summary>
    public int Count => texts.Count - gone;

    /// <summary>Adds a weighed text.</summary>
    public void Add(StoryText text)
    {
        var number = texts.Count;
        texts.Add(text);
        if (sums.Length < texts.Count) Array.Resize(ref sums, texts.Count * 2);
        var dimensions = text.Vectors.All.Dimensions;
        var weights = text.Vectors.All.Weights;
        for (var i = 0; i < dimensions.Length; i++) ListOf(postings, dimensions[i]).Add((number, weights[i]));
        foreach (var key in MinHash.Keys(text.Sketch)) ListOf(sketches, key).Add(number);
    }

    /// <summary>Takes texts away.</summary>
    public void Remove(IReadOnlySet<StoryText> expired)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] is not { } text || !expired.Contains(text)) continue;
            texts[i] = null;
            gone++;
        }

        if (gone <= 200 || gone <= texts.Count / 2) return;
        StoryText[] kept = [.. texts.OfType<StoryText>()];
        texts.Clear();
        postings.Clear();
        sketches.Clear();
        gone = 0;
        foreach (var text in kept) Add(text);
    }

    /// <summary>The texts that are at least this much like a weighed one, with their cosines.</summary>
    public List<(StoryText Text, double Cosine)> Near(StoryText text, double least)
    {
        var dimensions = text.Vectors.All.Dimensions;
        var weights = text.Vectors.All.Weights;
        Array.Clear(sums, 0, texts.Count);
        for (var i = 0; i < dimensions.Length; i++)
        {
            if (!postings.TryGetValue(dimensions[i], out var list)) continue;
            foreach (var (other, weight) in CollectionsMarshal.AsSpan(list)) sums[other] += weight * weights[i];
        }

        var near = new List<(StoryText, double)>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (sums[i] >= least && texts[i] is { } other && other != text) near.Add((other, sums[i]));
        }

        return near;
    }

    /// <summary>The texts that this one is a near-duplicate of.</summary>
    public IEnumerable<StoryText> NearDuplicates(StoryText text) =>
        MinHash.Keys(text.Sketch).SelectMany(key => sketches.GetValueOrDefault(key, [])).Distinct().Select(number => texts[number])
            .OfType<StoryText>().Where(other => other != text && MinHash.Similarity(text.Sketch, other.Sketch) >= MinHash.NearDuplicate);

    private static List<TValue> ListOf<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        return list ??= [];
    }
}
