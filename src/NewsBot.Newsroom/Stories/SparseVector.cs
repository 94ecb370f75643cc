namespace NewsBot.Newsroom.Stories;

/// <summary>Represents a unit vector with weights in few of many dimensions. Immutable.</summary>
internal sealed class SparseVector
{
    /// <summary>Represents the vector without dimensions, whose cosine with any other is 0.</summary>
    public static readonly SparseVector Empty = new([], []);

    private readonly ulong[] dimensions;
    private readonly float[] weights;

    private SparseVector(ulong[] dimensions, float[] weights)
    {
        this.dimensions = dimensions;
        this.weights = weights;
    }

    /// <summary>Gets the dimensions, in ascending order.</summary>
    public ReadOnlySpan<ulong> Dimensions => dimensions;

    /// <summary>Gets the weight of each dimension; the squares add up to 1.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Returns the vector of these weights, scaled to length 1.</summary>
    /// <param name="dimensions">The dimensions, in ascending order; kept, not copied.</param>
    /// <param name="weights">The weight of each dimension; none negative.</param>
    public static SparseVector Of(ulong[] dimensions, ReadOnlySpan<double> weights)
    {
        var squares = 0.0;
        foreach (var weight in weights)
            squares += weight * weight;
        if (squares == 0)
            return Empty;
        var (length, unit) = (Math.Sqrt(squares), new float[weights.Length]);
        for (var i = 0; i < unit.Length; i++)
            unit[i] = (float)(weights[i] / length);
        return new(dimensions, unit);
    }

    /// <summary>Returns the cosine: 0 when nothing is shared, 1 for equal vectors.</summary>
    public static double Cosine(SparseVector one, SparseVector other)
    {
        // Which dimension is the smaller cannot be predicted, so the steps do not branch on it.
        var (left, right) = (one.dimensions, other.dimensions);
        int i = 0,
            j = 0;
        double sum = 0;
        while (i < left.Length && j < right.Length)
        {
            var (x, y) = (left[i], right[j]);
            if (x == y)
                sum += one.weights[i] * other.weights[j];
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return sum;
    }
}
