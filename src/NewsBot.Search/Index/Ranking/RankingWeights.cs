using System.Collections.Immutable;
using System.Text.Json;

namespace NewsBot.Search.Index.Ranking;

/// <summary>What each <see cref="Sign"/> is worth, in parts of the best score that the query's terms could give. Immutable.</summary>
/// <remarks>The usual ones come from weights.json, which the benchmarks' verb <c>train-ranking</c> writes; docs/benchmarks.md has what each is worth.</remarks>
internal sealed record RankingWeights
{
    /// <summary>Number of signs.</summary>
    public static readonly int SignCount = Enum.GetValues<Sign>().Length;

    /// <summary>The weights of weights.json.</summary>
    public RankingWeights() => Signs = Usual;

    /// <summary>How many of the best passages by terms alone are ranked again.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Another spelling of a name, where the name itself counts 1: see <see cref="SpellingVariants"/>.</summary>
    public double Spellings { get; init; } = 0.5;

    /// <summary>By <see cref="Sign"/>.</summary>
    public ImmutableArray<double> Signs { get; init; }

    private static ImmutableArray<double> Usual { get; } = Read();

    /// <summary>What a sign is worth.</summary>
    public double this[Sign sign] => Signs[(int)sign];

    /// <summary>The same without some signs.</summary>
    public RankingWeights Without(params ReadOnlySpan<Sign> signs)
    {
        var changed = Signs.ToBuilder();
        foreach (var sign in signs)
            changed[(int)sign] = 0;
        return this with { Signs = changed.ToImmutable() };
    }

    private static ImmutableArray<double> Read()
    {
        using var stream = typeof(RankingWeights).Assembly.GetManifestResourceStream("RankingWeights")!;
        var byName = JsonSerializer.Deserialize(stream, RankingWeightsJson.Default.DictionaryStringDouble)!;
        return [.. Enum.GetNames<Sign>().Select(name => byName[name])];
    }
}
