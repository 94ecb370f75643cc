using System.Globalization;
using NewsBot.Benchmarks.Training;
using NewsBot.Newsroom.Grounding.Scoring;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>
/// Fits the weights of the grounding judge, and measures what it lets through. Numbers of quality are out of fold: no statement is scored
/// by weights that saw a statement of its article. Deterministic.
/// </summary>
internal static class GroundingBenchmark
{
    private const int Folds = 10;

    /// <param name="options">"write": fits the weights and writes them and the reports of docs; "show FAULT": prints what a veto stops;
    /// "honest": what stands beside the attacks; "turned": news sentences that were turned, and swapped; "dump IN OUT": what each part says
    /// of statements (<see cref="GroundingDump"/>).</param>
    public static int Run(string[] options)
    {
        if (options is ["honest"])
        {
            HonestStatements.Show();
            return 0;
        }

        if (options is ["turned"])
            return RolesProbe.Run();
        if (options is ["dump", var input, var output])
            return GroundingDump.RunAsync(input, output).GetAwaiter().GetResult();
        var all = JudgedStatement.ReadAll(SharedFolder.Require("eval/grounding/qags.jsonl"));
        if (options is ["show", var fault])
        {
            Show(all, fault);
            return 0;
        }

        var scores = OutOfFold(all);
        GroundingCurve CurveOf(string part) =>
            GroundingCurve.Of([
                .. all.Select((one, i) => (one, i))
                    .Where(pair => pair.one.Id.Contains(part, StringComparison.Ordinal))
                    .Select(pair => (pair.one.IsSupported, pair.one.Vetoes.Count > 0, scores[pair.i])),
            ]);
        var table = GroundingReport.Table(
            CurveOf(""),
            [("CNN/DailyMail", CurveOf("cnndm")), ("XSum", CurveOf("xsum"))],
            all,
            GroundingSpeed.Measure(all)
        );
        Console.WriteLine(table);
        if (options is not ["write"])
            return 0;
        File.WriteAllText(Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom", "Grounding", "weights.json"), Json(Fit(all)));
        File.WriteAllText(Path.Combine(RepositoryFolder.Root, "docs", "research", "grounding-measured.md"), table);
        File.WriteAllText(Path.Combine(RepositoryFolder.Root, "docs", "research", "grounding-curve.svg"), GroundingReport.Svg(CurveOf("")));
        return 0;
    }

    private static double[] Fit(IEnumerable<JudgedStatement> statements) =>
        LogisticFit.Fit([.. statements.Select(one => new TrainingSample(one.Features, one.IsSupported))]);

    private static double[] OutOfFold(IReadOnlyList<JudgedStatement> all)
    {
        var folds = all.Select(one => one.Source).Distinct().Index().ToDictionary(source => source.Item, source => source.Index % Folds);
        var scores = new double[all.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit(all.Where(one => folds[one.Source] != fold));
            for (var i = 0; i < all.Count; i++)
            {
                if (folds[all[i].Source] == fold)
                    scores[i] = LogisticFit.Probability(weights, all[i].Features);
            }
        }

        return scores;
    }

    private static void Show(IReadOnlyList<JudgedStatement> all, string fault)
    {
        foreach (var one in all.Where(one => one.Vetoes.Any(veto => veto.Fault.ToString() == fault)))
            Console.WriteLine($"{(one.IsSupported ? "WRONG" : "right")} {one.Id} {string.Join(", ", one.Vetoes)} | {one.Statement}");
    }

    private static string Json(double[] weights)
    {
        var lines = GroundingFeatures.Names.Select(
            (name, i) => string.Create(CultureInfo.InvariantCulture, $"  \"{name}\": {Math.Round(weights[i], 3)}")
        );
        return "{\n" + string.Join(",\n", lines) + "\n}\n";
    }
}
