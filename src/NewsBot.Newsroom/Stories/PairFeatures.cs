namespace NewsBot.Newsroom.Stories;

/// <summary>What two texts have in common, as numbers for <see cref="MergeModel"/>.</summary>
internal static class PairFeatures
{
    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["bias", "all", "names", "words", "numbers", "lead", "leadNames", "pairs", "rareShared", "closeness", "months", "years", "shorter", "longer"];

    /// <summary>Texts less alike than this never report the same event; their features are not worth the time.</summary>
    public const double LeastCosine = 0.04;

    /// <summary>How alike a text's nearest five are is read as at least this: on a quiet day the nearest are strangers.</summary>
    private const double LeastNearness = 0.15;

    private const double MostCloseness = 1.5;

    /// <summary>Position of "closeness" in <see cref="Names"/>.</summary>
    public const int Closeness = 9;

    /// <summary>The features of a pair but for its closeness, which <see cref="WithCloseness"/> adds.</summary>
    public static double[] Of(StoryText one, StoryText other, double cosine)
    {
        var (left, right) = (one.Vectors, other.Vectors);
        var (shorter, longer) = (Math.Min(one.Words.Sequence.Length, other.Words.Sequence.Length), Math.Max(one.Words.Sequence.Length, other.Words.Sequence.Length));
        return
        [
            1,
            cosine,
            SparseVector.Cosine(left.Names, right.Names),
            SparseVector.Cosine(left.Words, right.Words),
            SparseVector.Cosine(left.Numbers, right.Numbers),
            SparseVector.Cosine(left.Lead, right.Lead),
            SparseVector.Cosine(left.LeadNames, right.LeadNames),
            Math.Sqrt(SparseVector.Cosine(left.Pairs, right.Pairs)),
            Math.Log(1 + Shared(left.RareTerms, right.RareTerms)),
            0,
            Agreement(one.Words.Months, other.Words.Months),
            Agreement(one.Words.Years, other.Words.Years),
            Math.Log(1 + shorter),
            Math.Log(1 + longer),
        ];
    }

    /// <summary>Adds how alike the two are beside how alike each is with its nearest: two events of one kind are near, but others are nearer.</summary>
    /// <param name="features">Of <see cref="Of"/>; changed in place.</param>
    /// <param name="nearness">Mean cosine of the one with its five nearest.</param>
    /// <param name="otherNearness">That of the other.</param>
    /// <returns>The closeness.</returns>
    public static double WithCloseness(double[] features, double nearness, double otherNearness) =>
        features[Closeness] = Math.Min(MostCloseness, features[1] / Math.Sqrt(Math.Max(LeastNearness, nearness) * Math.Max(LeastNearness, otherNearness)));

    /// <summary>1 when both name one of the same, -1 when both name some and none is the same, 0 when one names none.</summary>
    private static double Agreement<T>(HashSet<T> one, HashSet<T> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : one.Overlaps(other) ? 1 : -1;

    private static int Shared(ulong[] one, ulong[] other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < one.Length && j < other.Length)
        {
            var (x, y) = (one[i], other[j]);
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return shared;
    }
}
