using System.Globalization;
using System.Text;
using NewsBot.Benchmarks.Training;
using NewsBot.Newsroom.Stories;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Stories;

/// <summary>
/// Fits the weights of <see cref="MergeModel"/> on pairs of ECB+ articles, and measures them on topics that a fit has not seen.
/// Deterministic.
/// </summary>
internal sealed class StoryTraining
{
    private const int Folds = 11;

    /// <summary>In the middle of the plateau of the table that <see cref="Report"/> prints.</summary>
    private const double Threshold = 0.4;

    private static readonly double[] Thresholds = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

    private readonly GoldStories gold = GoldStories.Read();
    private readonly IReadOnlyList<StoryText> texts;
    private readonly TextPair[] pairs;
    private readonly string[] topics;

    public StoryTraining()
    {
        var book = new StoryBook(_ => { });
        foreach (var article in gold.Articles)
            book.Add(article);
        pairs = [.. book.TodaysPairs()];
        texts = book.Today;
        topics = [.. gold.Topics.Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes the weights of a fit on everything.</summary>
    public void WriteWeights()
    {
        var (weights, _) = Fit(pairs);
        var lines = PairFeatures.Names.Select(
            (name, i) => string.Create(CultureInfo.InvariantCulture, $"  \"{name}\": {Math.Round(weights[i], 3)},\n")
        );
        var json = "{\n" + string.Concat(lines) + string.Create(CultureInfo.InvariantCulture, $"  \"threshold\": {Threshold}\n}}\n");
        File.WriteAllText(Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom", "Stories", "merge-weights.json"), json);
    }

    /// <summary>The table of all thresholds, each topic grouped by a model that was fitted on others, beside the baseline.</summary>
    public string Report()
    {
        var heldOut = Enumerable.Range(0, Folds).Select(fold => topics.Where((_, i) => i % Folds == fold).ToHashSet()).ToArray();
        var groupings = heldOut
            .Select(hidden =>
            {
                var (weights, _) = Fit([
                    .. pairs.Where(pair => !hidden.Contains(TopicOf(pair.One)) && !hidden.Contains(TopicOf(pair.Other))),
                ]);
                return Thresholds.Select(threshold => Group(new MergeModel(weights, threshold))).ToArray();
            })
            .ToArray();
        var table = new StringBuilder("| method | threshold | BCubed F1 | precision | recall |\n|---|---|---|---|---|\n");
        var all = Enumerable.Range(0, gold.Stories.Count).ToArray();
        var baseline = Enumerable
            .Range(2, 40)
            .Select(step => step / 100.0)
            .Select(threshold =>
                (
                    Threshold: threshold,
                    Result: BCubed.Of(SinglePass.Group([.. gold.Articles.Select(article => article.Text)], threshold), gold.Stories, all)
                )
            )
            .MaxBy(one => one.Result.F1);
        table.Append(
            CultureInfo.InvariantCulture,
            $"| single pass, TF–IDF, best threshold | {baseline.Threshold:0.00} | {baseline.Result} |\n"
        );
        for (var i = 0; i < Thresholds.Length; i++)
        {
            var each = heldOut
                .Select(
                    (hidden, fold) =>
                        (Result: BCubed.Of(groupings[fold][i], gold.Stories, ArticlesOf(hidden)), Count: ArticlesOf(hidden).Length)
                )
                .ToArray();
            table.Append(
                CultureInfo.InvariantCulture,
                $"| learned merges, topics unseen by the fit | {Thresholds[i]:0.00} | {Pool(each)} |\n"
            );
        }

        var nested = heldOut
            .Select(
                (hidden, fold) =>
                {
                    var seen = all.Where(article => !hidden.Contains(gold.Topics[article])).ToArray();
                    var best = Enumerable.Range(0, Thresholds.Length).MaxBy(i => BCubed.Of(groupings[fold][i], gold.Stories, seen).F1);
                    return (BCubed.Of(groupings[fold][best], gold.Stories, ArticlesOf(hidden)), ArticlesOf(hidden).Length);
                }
            )
            .ToArray();
        table.Append(
            CultureInfo.InvariantCulture,
            $"| learned merges, topics unseen by the fit | chosen on the other topics | {Pool(nested)} |\n"
        );
        table.Append(
            CultureInfo.InvariantCulture,
            $"| as shipped, fitted on all of it | {MergeModel.Default.Threshold:0.00} | {BCubed.Of(Group(MergeModel.Default), gold.Stories, all)} |\n"
        );
        return table.ToString();
    }

    private static BCubed Pool((BCubed Result, int Count)[] parts)
    {
        double count = parts.Sum(part => part.Count);
        return new BCubed(
            parts.Sum(part => part.Result.Precision * part.Count) / count,
            parts.Sum(part => part.Result.Recall * part.Count) / count
        );
    }

    private int[] ArticlesOf(HashSet<string> hidden) =>
        [.. Enumerable.Range(0, gold.Topics.Count).Where(article => hidden.Contains(gold.Topics[article]))];

    private static int NumberOf(StoryText text) => int.Parse(text.Article.Key, CultureInfo.InvariantCulture);

    private string TopicOf(StoryText text) => gold.Topics[NumberOf(text)];

    private int[] Group(MergeModel model)
    {
        var groups = new int[gold.Stories.Count];
        foreach (var (number, group) in DayGrouping.Group(texts, null, model).Index())
        {
            foreach (var text in group.Texts)
                groups[NumberOf(text)] = number;
        }

        return groups;
    }

    private (double[] Weights, int Samples) Fit(TextPair[] chosen)
    {
        var size = PairFeatures.Names.Count;
        var mean = Enumerable.Range(0, size).Select(i => i == 0 ? 0 : chosen.Average(pair => pair.Features[i])).ToArray();
        var spread = Enumerable
            .Range(0, size)
            .Select(i => i == 0 ? 1 : Math.Sqrt(chosen.Average(pair => Math.Pow(pair.Features[i] - mean[i], 2))))
            .ToArray();
        var samples = chosen
            .Select(pair => new TrainingSample(
                [.. pair.Features.Select((value, i) => (value - mean[i]) / spread[i])],
                gold.Stories[NumberOf(pair.One)] == gold.Stories[NumberOf(pair.Other)]
            ))
            .ToArray();
        var weights = LogisticFit.Fit(samples);
        for (var i = 1; i < size; i++)
        {
            weights[i] /= spread[i];
            weights[0] -= weights[i] * mean[i];
        }

        return (weights, samples.Length);
    }
}
