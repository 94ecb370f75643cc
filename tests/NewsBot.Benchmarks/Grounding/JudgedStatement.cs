using System.Text.Json;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Scoring;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Grounding.Vetoes;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>A statement with its article and what readers said of it, as the judge sees it.</summary>
/// <param name="Id">The data set's id.</param>
/// <param name="Source">The article.</param>
/// <param name="Statement">The statement.</param>
/// <param name="IsSupported">What readers said.</param>
/// <param name="Features">What the score weighs.</param>
/// <param name="Vetoes">What the vetoes found.</param>
internal sealed record JudgedStatement(
    string Id,
    string Source,
    string Statement,
    bool IsSupported,
    double[] Features,
    IReadOnlyList<GroundingReason> Vetoes
)
{
    /// <summary>Reads lines of <c>id, source, statement, supported</c>.</summary>
    public static IReadOnlyList<JudgedStatement> ReadAll(string file) => [.. File.ReadLines(file).Select(Read)];

    private static JudgedStatement Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var row = document.RootElement;
        var source = row.GetProperty("source").GetString()!;
        var statement = row.GetProperty("statement").GetString()!;
        var alignment = GroundingJudge.Align(statement, [source])!;
        var vetoes = new List<GroundingReason>();
        foreach (var veto in Veto.All)
            veto(alignment, vetoes);
        return new(
            row.GetProperty("id").GetString()!,
            source,
            statement,
            row.GetProperty("supported").GetBoolean(),
            GroundingFeatures.Of(alignment),
            vetoes
        );
    }
}
