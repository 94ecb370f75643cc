using NewsBot.Search.Index;

namespace NewsBot.Search.Vectors;

/// <summary>Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): what stands high in one of two lists stands high in both together.</summary>
public static class ReciprocalRank
{
    // The constant of the paper.
    private const double Constant = 60;

    // Of one score to the next where the words' scores have come to their end.
    private const double Fall = 0.95;

    /// <summary>
    /// Fuses what was found by words with what was found by meaning. The scores are on the scale of the words' scores, for readers that know that one: the
    /// n-th of the fused hits has the n-th best of them.
    /// </summary>
    /// <param name="words">Best first.</param>
    /// <param name="meaning">Best first; each passage once.</param>
    /// <param name="top">At most so many.</param>
    public static IReadOnlyList<PassageHit> Fuse(IReadOnlyList<PassageHit> words, IReadOnlyList<(long Document, int Passage)> meaning, int top)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(meaning);
        var sums = new Dictionary<(long Document, int Passage), double>();
        for (var i = 0; i < words.Count; i++)
            sums[(words[i].Document, words[i].Passage)] = 1 / (Constant + i + 1);
        for (var i = 0; i < meaning.Count; i++)
            sums[meaning[i]] = sums.GetValueOrDefault(meaning[i]) + (1 / (Constant + i + 1));
        var order = sums.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Document).ThenBy(pair => pair.Key.Passage).Take(top).ToList();
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
