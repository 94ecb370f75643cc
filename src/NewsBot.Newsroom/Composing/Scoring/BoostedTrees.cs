using System.Text.Json;

namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>
/// Represents gradient-boosted oblivious trees: all nodes of a level test the same condition, so that a tree is a few conditions and a
/// table of values (Prokhorenkova et al., "CatBoost", NeurIPS 2018, section 4). Immutable and thread-safe.
/// </summary>
/// <param name="features">The names of the features, in the order of the inputs.</param>
/// <param name="bias">The log-odds before the first tree.</param>
/// <param name="trees">The trees; their values add up to log-odds.</param>
internal sealed class BoostedTrees(IReadOnlyList<string> features, double bias, IReadOnlyList<ObliviousTree> trees)
{
    public IReadOnlyList<string> Features { get; } = features;

    public double Bias { get; } = bias;

    public IReadOnlyList<ObliviousTree> Trees { get; } = trees;

    /// <summary>Returns the probability, 0 to 1, for these features.</summary>
    public double Probability(ReadOnlySpan<double> features)
    {
        var sum = Bias;
        foreach (var tree in Trees)
            sum += tree.Value(features);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Reads a model embedded in this assembly.</summary>
    public static BoostedTrees ReadEmbedded(string name)
    {
        using var stream =
            typeof(BoostedTrees).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The model {name} is not in the assembly.");
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        var names = root.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()!).ToArray();
        var trees = root.GetProperty("trees").EnumerateArray().Select(tree => ReadTree(tree, names)).ToArray();
        return new BoostedTrees(names, root.GetProperty("bias").GetDouble(), trees);
    }

    private static ObliviousTree ReadTree(JsonElement tree, string[] names)
    {
        var conditions = tree.GetProperty("above").EnumerateObject().ToArray();
        return new ObliviousTree(
            [.. conditions.Select(condition => Array.IndexOf(names, condition.Name.Split(' ')[0]))],
            [.. conditions.Select(condition => condition.Value.GetDouble())],
            [.. tree.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())]
        );
    }
}
