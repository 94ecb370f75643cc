using System.Globalization;
using NewsBot.Benchmarks.Training;
using NewsBot.Newsroom.Grounding;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Grounding;

/// <summary>
/// Fits the weights of the grounding judge, and measures what it lets through. Numbers of quality are out of fold: no statement is scored by
/// weights that saw a statement of its article. Deterministic.
/// </summary>
internal static class GroundingBenchmark
{
    private const int Folds = 10;

    public static int Run(string[] options)
    {
        var all = JudgedStatement.ReadAll(SharedFolder.Require("eval/grounding/qags.jsonl"));
        var scores = OutOfFold(all);
        var curve = GroundingCurve.Of([.. all.Select((one, i) => (one.IsSupported, one.Vetoes.Count > 0, scores[i]))]);
        Vetoes(all);
        foreach (var point in curve.Points.Where((_, i) => i >= 25)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{point.Threshold:F2} accepted {point.Accepted:F3} leaked {point.Leaked:F3}; by score alone {point.AcceptedByScore:F3} {point.LeakedByScore:F3}"));
        if (options is ["show", var fault]) Show(all, fault);
        if (options is ["weights"]) File.WriteAllText(Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom", "Grounding", "weights.json"), Json(Fit(all)));
        return 0;
    }

    private static double[] OutOfFold(IReadOnlyList<JudgedStatement> all)
    {
        var folds = all.Select(one => one.Source).Distinct().Index().ToDictionary(source => source.Item, source => source.Index % Folds);
        var scores = new double[all.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Fit([.. all.Where(one => folds[one.Source] != fold)]);
            for (var i = 0; i < all.Count; i++)
            {
                if (folds[all[i].Source] == fold) scores[i] = LogisticFit.Probability(weights, all[i].Features);
            }
        }

        return scores;
    }

    private static double[] Fit(IReadOnlyList<JudgedStatement> statements) =>
        LogisticFit.Fit([.. statements.Select((one, i) => new TrainingSample(i, one.Features, one.IsSupported, 1))]);

    private static void Vetoes(IReadOnlyList<JudgedStatement> all)
    {
        foreach (var fault in Enum.GetValues<GroundingFault>())
        {
            int right = all.Count(one => !one.IsSupported && one.Vetoes.Any(veto => veto.Fault == fault)), wrong = all.Count(one => one.IsSupported && one.Vetoes.Any(veto => veto.Fault == fault));
            if (right + wrong > 0) Console.WriteLine($"{fault}: {right} of the unsupported, {wrong} of the supported");
        }

        Console.WriteLine($"any: {all.Count(one => !one.IsSupported && one.Vetoes.Count > 0)} of the unsupported, {all.Count(one => one.IsSupported && one.Vetoes.Count > 0)} of the supported");
    }

    private static void Show(IReadOnlyList<JudgedStatement> all, string fault)
    {
        foreach (var one in all.Where(one => one.Vetoes.Any(veto => veto.Fault.ToString() == fault)))
            Console.WriteLine($"{(one.IsSupported ? "WRONG" : "right")} {one.Id} {string.Join(", ", one.Vetoes)} | {one.Statement}");
    }

    private static string Json(double[] weights)
    {
        var lines = GroundingFeatures.Names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"  \"{name}\": {Math.Round(weights[i], 3)}"));
        return "{\n" + string.Join(",\n", lines) + "\n}\n";
    }
}
