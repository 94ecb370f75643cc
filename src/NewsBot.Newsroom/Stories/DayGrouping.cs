namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Groups the texts of one day with each other and with the open stories. The result depends on the set of texts, not on their order.
/// </summary>
/// <remarks>
/// The mean probability between two groups never exceeds the highest between two of their members. Groups can therefore grow only within
/// the parts connected by pairs above the threshold, and no other pairs are linked: of a day's thousands, a few dozen remain.
/// </remarks>
internal static class DayGrouping
{
    /// <summary>A margin for the rounded sums of the linkage, so that no pair is left out because of them.</summary>
    private const double Rounding = 1e-6;

    /// <summary>Returns the groups, each of which continues a story or begins one.</summary>
    /// <param name="texts">The day's texts in a fixed order, with their pairs.</param>
    /// <param name="today">The day; null when no article has one.</param>
    /// <param name="model">Estimates the probabilities.</param>
    public static IReadOnlyList<(OpenStory? Story, IReadOnlyList<StoryText> Texts)> Group(
        IReadOnlyList<StoryText> texts,
        DateOnly? today,
        MergeModel model
    )
    {
        var probable = new List<(TextPair Pair, double Probability)>(texts.Sum(text => text.Pairs.Count));
        foreach (var text in texts)
        {
            foreach (var pair in text.Pairs)
                probable.Add((pair, pair.Probability(model)));
        }

        var sets = CopySets.Of(texts);
        var nodes = new StoryNodes(
            sets.Select(set => set.Story)
                .Concat(probable.Where(one => one.Probability > model.Threshold - Rounding).Select(one => one.Pair.Other.Story))
                .OfType<OpenStory>(),
            sets,
            texts.Count
        );
        var parts = new DisjointSets(nodes.Count);
        foreach (var (pair, probability) in probable)
        {
            if (probability > model.Threshold - Rounding)
                parts.Join(nodes.Of(pair.One)!.Value, nodes.Of(pair.Other)!.Value);
        }

        var linkage = new AverageLinkage();
        foreach (var story in nodes.Stories)
            linkage.Add(
                story.Texts.Sum(text => OpenStory.WeightOf(text, today)) + sets.Count(set => set.Story == story),
                isFixed: true,
                story.Freshness(today)
            );
        foreach (var _ in sets.Where(set => set.Story is null))
            linkage.Add(1);
        foreach (var (pair, probability) in probable)
        {
            var one = nodes.Of(pair.One)!.Value;
            if (nodes.Of(pair.Other) is not { } other || parts.Find(one) != parts.Find(other))
                continue;
            linkage.Link(
                one,
                other,
                probability
                    * nodes.WeightOf(pair.One)
                    * (pair.Other.Story is null ? nodes.WeightOf(pair.Other) : OpenStory.WeightOf(pair.Other, today))
            );
        }

        var into = linkage.Merge(model.Threshold);
        return
        [
            .. texts
                .GroupBy(text => into[nodes.Of(text)!.Value])
                .Select(group => (nodes.StoryAt(group.Key), (IReadOnlyList<StoryText>)[.. group])),
        ];
    }
}
