using NewsBot.Newsroom.Composing.Features;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Fits the two models of <see cref="AnswerModel"/> and prints what they are worth on questions that they did not see: the sets are
/// cut into four parts by article or by date, and each part is answered by models that were fitted on the other three. Deterministic.
/// </summary>
internal static class AnswerTraining
{
    private static readonly string[] Sets = ["seeds", "squad", "news", "news-too-early", "squad-of-seeds", "news-of-squad"];

    public static async Task<int> RunAsync(IReadOnlyList<string> options)
    {
        var cache = Path.Combine(Path.GetTempPath(), "newsbot-training");
        if (!options.Contains("fit"))
            await CollectAsync(cache, options);
        var samples = Sets.ToDictionary(set => set, set => SampleCache.Read(Path.Combine(cache, set + ".samples")));
        var usable = samples.ToDictionary(set => set.Key, set => set.Value.Where(IsUsable).ToArray());
        var all = usable.Values.SelectMany(set => set).ToArray();
        Console.WriteLine(
            $"{all.Length} questions, {all.Sum(one => one.Candidates.Count)} candidates, {StatementFeatures.Names.Count} features"
        );

        var held = new Dictionary<QuestionSamples, double[]>(ReferenceEqualityComparer.Instance);
        var parts = Enumerable
            .Range(0, TrainingSets.Folds)
            .Select(part => (Part: part, Model: FitStatements([.. all.Where(one => one.Source.Fold != part)])))
            .ToArray();
        foreach (var (part, model) in parts)
        {
            foreach (var one in all.Where(one => one.Source.Fold == part))
                held[one] = [.. one.Candidates.Select(candidate => model.Probability(candidate.Features))];
        }

        var ranked = all.Select(one => new RankedSamples(one, held[one])).ToArray();
        var judged = new Dictionary<QuestionSamples, double>(ReferenceEqualityComparer.Instance);
        for (var part = 0; part < TrainingSets.Folds; part++)
        {
            var model = FitAnswers([.. ranked.Where(one => one.Source.Source.Fold != part)]);
            foreach (var one in ranked.Where(one => one.Source.Source.Fold == part))
                judged[one.Source] = one.Features is { } features ? model.Probability(features) : 0;
        }

        var sets = usable.ToDictionary(
            set => set.Key,
            set =>
                (IReadOnlyList<JudgedSamples>)
                    [.. ranked.Where(one => set.Value.Contains(one.Source)).Select(one => new JudgedSamples(one, judged[one.Source]))]
        );
        foreach (var (set, questions) in sets)
            Console.WriteLine(TradeOff.Table(set, questions));
        var folder = Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom", "Composing");
        if (options.Contains("dry"))
            return 0;
        AnswersReport.Write(Path.Combine(RepositoryFolder.Root, "docs", "research"), sets);
        ModelFile.Write(Path.Combine(folder, "statements.json"), FitStatements(all));
        ModelFile.Write(Path.Combine(folder, "answers.json"), FitAnswers(ranked));
        return 0;
    }

    // Asked too early, a question whose answer is nevertheless there proves nothing.
    private static bool IsUsable(QuestionSamples samples) =>
        samples.Source.Question.Answerable || !samples.Candidates.Any(candidate => candidate.HoldsAnswer);

    private static async Task CollectAsync(string cache, IReadOnlyList<string> options)
    {
        Directory.CreateDirectory(cache);
        var only = options.FirstOrDefault(Sets.Contains);
        if (only is null or "seeds" or "squad-of-seeds")
        {
            await using var seeds = await TrainingArchive.OfSeedsAsync(cache);
            await Collect(seeds, "seeds", TrainingSets.Seeds());
            await Collect(seeds, "squad-of-seeds", TrainingSets.Elsewhere(TrainingSets.Squad(), 10));
        }

        if (only is null or "squad" or "news-of-squad")
        {
            await using var squad = await TrainingArchive.OfSquadAsync(cache);
            await Collect(squad, "squad", TrainingSets.Squad());
            await Collect(squad, "news-of-squad", TrainingSets.Elsewhere(TrainingSets.News(), 5));
        }

        if (only is null or "news" or "news-too-early")
        {
            await using var news = await TrainingArchive.OfNewsAsync(cache);
            await Collect(news, "news", TrainingSets.News());
            await Collect(
                news,
                "news-too-early",
                TrainingSets.NewsTooEarly().Select(one => one with { Question = one.Question with { Answerable = false } })
            );
        }

        async Task Collect(TrainingArchive archive, string set, IEnumerable<TrainingQuestion> questions)
        {
            var clock = TimeProvider.System.GetTimestamp();
            SampleCache.Write(Path.Combine(cache, set + ".samples"), await new SampleCollector(archive.Articles).CollectAsync(questions));
            Console.WriteLine($"{set}: {TimeProvider.System.GetElapsedTime(clock).TotalSeconds:F0} s");
        }
    }

    private static BoostedTrees FitStatements(IReadOnlyList<QuestionSamples> questions)
    {
        var rows = new List<double[]>();
        var (targets, weights) = (new List<double>(), new List<double>());
        foreach (var question in questions)
        {
            foreach (var candidate in question.Candidates.Where(candidate => candidate.IsRight || !candidate.HoldsAnswer))
            {
                rows.Add(candidate.Features);
                targets.Add(candidate.IsRight ? 1 : 0);
                weights.Add(question.Source.Weight);
            }
        }

        return new TreeFit(StatementFeatures.Names)
        {
            Trees = 120,
            Depth = 5,
            Rate = 0.15,
            Penalty = 20,
        }.Fit(rows, [.. targets], [.. weights]);
    }

    private static BoostedTrees FitAnswers(IReadOnlyList<RankedSamples> questions)
    {
        RankedSamples[] usable = [.. questions.Where(one => one.Features is not null)];
        return new TreeFit(AnswerFeatureList.Names(StatementFeatures.Names))
        {
            Trees = 500,
            Depth = 2,
            Rate = 0.05,
            Penalty = 5,
        }.Fit(
            [.. usable.Select(one => one.Features!)],
            [.. usable.Select(one => one.Target)],
            [.. usable.Select(one => one.Source.Source.Weight)]
        );
    }
}
