using System.Globalization;
using System.Text.Json;
using NewsBot.Newsroom.Grounding;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>
/// What the judge makes of the honest statements that stand beside the scripted attacks, and of the attacks on their own quotes.
/// </summary>
internal static class HonestStatements
{
    public static void Show()
    {
        foreach (var name in (string[])["honest", "attacks"])
        {
            var lines = File.ReadLines(
                    Path.Combine(RepositoryFolder.Root, "tests", "NewsBot.Newsroom.Tests", "Models", "Attacks", $"{name}.jsonl")
                )
                .ToList();
            var accepted = 0;
            foreach (var line in lines)
            {
                using var document = JsonDocument.Parse(line);
                var text = document.RootElement.GetProperty("text").GetString()!;
                var verdict = GroundingJudge.Judge(
                    text,
                    [.. document.RootElement.GetProperty("quotes").EnumerateArray().Select(quote => quote.GetString()!)]
                );
                if (verdict.Supported)
                    accepted++;
                else if (name == "honest")
                    Console.WriteLine(
                        $"refused {document.RootElement.GetProperty("id")} {string.Join(", ", verdict.Reasons)} ({verdict.Score:F2}) | {text}"
                    );
            }

            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{name}: {accepted} of {lines.Count} accepted on their quotes alone")
            );
        }
    }
}
