namespace NewsBot.Newsroom.Stories;

/// <summary>Computes what two texts have in common, as numbers for <see cref="MergeModel"/>.</summary>
internal static class PairFeatures
{
    /// <summary>Lists the names of the features, in the order of <see cref="Of"/>.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "bias",
        "all",
        "names",
        "words",
        "numbers",
        "lead",
        "leadNames",
        "pairs",
        "rareShared",
        "closeness",
        "months",
        "years",
        "shorter",
        "longer",
    ];

    /// <summary>Specifies the lowest cosine worth computing features for: texts less similar never report the same event.</summary>
    public const double LeastCosine = 0.04;

    /// <summary>
    /// The lowest value used for the mean similarity of a text's nearest five: on a quiet day even the nearest are unrelated.
    /// </summary>
    private const double LeastNearness = 0.15;

    private const double MostCloseness = 1.5;

    /// <summary>Specifies the position of "closeness" in <see cref="Names"/>.</summary>
    public const int Closeness = 9;

    /// <summary>Returns the features of a pair without its closeness, which <see cref="WithCloseness"/> adds.</summary>
    public static double[] Of(StoryText one, StoryText other, double cosine)
    {
        var (left, right) = (one.Vectors, other.Vectors);
        var (shorter, longer) = (
            Math.Min(one.Words.Sequence.Length, other.Words.Sequence.Length),
            Math.Max(one.Words.Sequence.Length, other.Words.Sequence.Length)
        );
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

    /// <summary>
    /// Adds how similar the two texts are, relative to how similar each is to its nearest: two events of one kind are
    /// close, but others are closer.
    /// </summary>
    /// <param name="features">The result of <see cref="Of"/>; changed in place.</param>
    /// <param name="nearness">The mean cosine of one text with its nearest five.</param>
    /// <param name="otherNearness">The mean cosine of the other text with its nearest five.</param>
    /// <returns>The closeness.</returns>
    public static double WithCloseness(double[] features, double nearness, double otherNearness) =>
        features[Closeness] = Math.Min(
            MostCloseness,
            features[1] / Math.Sqrt(Math.Max(LeastNearness, nearness) * Math.Max(LeastNearness, otherNearness))
        );

    /// <summary>
    /// Returns 1 when the two have an element in common, -1 when both have elements but none in common, 0 when either has none.
    /// </summary>
    private static double Agreement<T>(HashSet<T> one, HashSet<T> other) =>
        one.Count == 0 || other.Count == 0 ? 0
        : one.Overlaps(other) ? 1
        : -1;

    private static int Shared(ulong[] one, ulong[] other)
    {
        int i = 0,
            j = 0,
            shared = 0;
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
