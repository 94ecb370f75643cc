using System.Text.Json;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Scoring;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Grounding.Vetoes;
using NewsBot.Semantics;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>
/// Writes what each veto, the score by words and the reading model say of statements, so that what each adds can be told. Lines in:
/// <c>id, quotes, statement, supported</c>; lines out: the same without the texts, and <c>vetoes, words, model</c>.
/// </summary>
internal static class GroundingDump
{
    public static async Task<int> RunAsync(string input, string output)
    {
        using var loader = new ReadingModelLoader(ReadingModel.OwnFolder, Environment.ProcessorCount);
        if (await loader.LoadAsync(CancellationToken.None) is not { Model: { } model })
        {
            Console.Error.WriteLine("The reading model cannot be loaded.");
            return 1;
        }

        await using var writer = new StreamWriter(output);
        foreach (var line in File.ReadLines(input))
        {
            using var document = JsonDocument.Parse(line);
            var row = document.RootElement;
            var alignment = GroundingJudge.Align(
                row.GetProperty("statement").GetString()!,
                [.. row.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetString()!)]
            )!;
            var vetoes = new List<GroundingReason>();
            foreach (var veto in Veto.All)
                veto(alignment, vetoes);
            await writer.WriteLineAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        id = row.GetProperty("id").GetRawText().Trim('"'),
                        supported = row.GetProperty("supported").GetBoolean(),
                        vetoes = vetoes.Select(veto => veto.Fault.ToString()).Distinct(),
                        missing = Missing(alignment),
                        words = GroundingScorer.Default.Score(GroundingFeatures.Of(alignment)),
                        model = GroundingReading.Support(alignment, model, CancellationToken.None),
                    }
                )
            );
        }

        return 0;
    }

    private static bool Missing(Newsroom.Grounding.Aligning.Alignment alignment)
    {
        var reasons = new List<GroundingReason>();
        NumberVeto.FindMissing(alignment, reasons);
        return reasons.Count > 0;
    }
}
