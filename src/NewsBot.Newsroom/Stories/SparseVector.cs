namespace NewsBot.Newsroom.Stories;

/// <summary>A unit vector over few of many dimensions. Immutable.</summary>
internal sealed class SparseVector
{
    /// <summary>Without dimensions; its cosine with anything is 0.</summary>
    public static readonly SparseVector Empty = new([], []);

    private readonly ulong[] dimensions;
    private readonly float[] weights;

    private SparseVector(ulong[] dimensions, float[] weights)
    {
        this.dimensions = dimensions;
        this.weights = weights;
    }

    /// <summary>In ascending order.</summary>
    public ReadOnlySpan<ulong> Dimensions => dimensions;

    /// <summary>Of each dimension; their squares sum to 1.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>The vector of these weights, brought to length 1.</summary>
    /// <param name="dimensions">Ascending; kept.</param>
    /// <param name="weights">Of each dimension; none negative.</param>
    public static SparseVector Of(ulong[] dimensions, ReadOnlySpan<double> weights)
    {
        var squares = 0.0;
        foreach (var weight in weights) squares += weight * weight;
        if (squares == 0) return Empty;
        var (length, unit) = (Math.Sqrt(squares), new float[weights.Length]);
        for (var i = 0; i < unit.Length; i++) unit[i] = (float)(weights[i] / length);
        return new(dimensions, unit);
    }

    /// <summary>0 where nothing is shared, 1 for equal vectors.</summary>
    public static double Cosine(SparseVector one, SparseVector other)
    {
        // Which of two dimensions is the smaller one cannot be foreseen, so nothing branches on it.
        var (left, right) = (one.dimensions, other.dimensions);
        int i = 0, j = 0;
        double sum = 0;
        while (i < left.Length && j < right.Length)
        {
            var (x, y) = (left[i], right[j]);
            if (x == y) sum += one.weights[i] * other.weights[j];
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return sum;
    }
}
