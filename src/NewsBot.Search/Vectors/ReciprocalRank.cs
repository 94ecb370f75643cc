using NewsBot.Search.Index;

namespace NewsBot.Search.Vectors;

/// <summary>
/// Provides reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): a high rank in either of two lists gives a high rank in
/// the fused one.
/// </summary>
public static class ReciprocalRank
{
    // The constant of the paper.
    private const double Constant = 60;

    // The ratio of each score to the one before it, once the words' scores have run out.
    private const double Fall = 0.95;

    /// <summary>
    /// Fuses the results by words with the results by meaning. The scores are on the scale of the words' scores, which callers expect:
    /// the n-th of the fused hits has the n-th best of them.
    /// </summary>
    /// <param name="words">The results by words, best first.</param>
    /// <param name="meaning">The results by meaning, best first; each passage once.</param>
    /// <param name="top">The maximum number of hits.</param>
    public static IReadOnlyList<PassageHit> Fuse(
        IReadOnlyList<PassageHit> words,
        IReadOnlyList<(long Document, int Passage)> meaning,
        int top
    )
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(meaning);
        var sums = new Dictionary<(long Document, int Passage), double>();
        for (var i = 0; i < words.Count; i++)
            sums[(words[i].Document, words[i].Passage)] = 1 / (Constant + i + 1);
        for (var i = 0; i < meaning.Count; i++)
            sums[meaning[i]] = sums.GetValueOrDefault(meaning[i]) + (1 / (Constant + i + 1));
        var order = sums.OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Document)
            .ThenBy(pair => pair.Key.Passage)
            .Take(top)
            .ToList();
        var score = 1 / Fall;
        var fused = new List<PassageHit>(order.Count);
        foreach (var ((document, passage), _) in order)
        {
            score = fused.Count < words.Count ? words[fused.Count].Score : score * Fall;
            fused.Add(new PassageHit(document, passage, score));
        }

        return fused;
    }
}
