namespace NewsBot.Newsroom.Stories;

/// <summary>Groups the texts of one day, with each other and with the stories that are open. A function of the set: their order does not matter.</summary>
internal static class DayGrouping
{
    private const int Nearest = 5;

    /// <summary>The groups: each either continues a story or begins one.</summary>
    /// <param name="texts">The day's texts in a fixed order, with their pairs.</param>
    /// <param name="today">The day; null when no article has one.</param>
    /// <param name="model">Decides.</param>
    public static IReadOnlyList<(OpenStory? Story, IReadOnlyList<StoryText> Texts)> Group(IReadOnlyList<StoryText> texts, DateOnly? today, MergeModel model)
    {
        var pairs = texts.SelectMany(text => text.Pairs).ToArray();
        Measure(texts, pairs);
        var linkage = new AverageLinkage();
        var sets = CopySets(texts).ToArray();
        var nodes = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        foreach (var story in pairs.Select(pair => pair.Other.Story).Concat(sets.Select(set => set.Story)).OfType<OpenStory>().Distinct().OrderBy(story => story.Number))
            nodes[story] = linkage.Add(story.Texts.Sum(text => OpenStory.WeightOf(text, today)), isFixed: true, story.Freshness(today));
        var weights = new Dictionary<StoryText, double>();
        foreach (var set in sets)
        {
            var node = set.Story is { } continued ? nodes[continued] : linkage.Add(1);
            foreach (var text in set.Texts)
            {
                nodes[text] = node;
                weights[text] = 1.0 / set.Texts.Count;
            }
        }

        foreach (var pair in pairs)
        {
            PairFeatures.WithCloseness(pair.Features, pair.One.Nearness, pair.Other.Nearness);
            var (one, other) = (nodes[pair.One], pair.Other.Story is { } story ? nodes[story] : nodes[pair.Other]);
            var otherWeight = pair.Other.Story is null ? weights[pair.Other] : OpenStory.WeightOf(pair.Other, today);
            linkage.Link(one, other, model.Probability(pair.Features) * weights[pair.One] * otherWeight);
        }

        var into = linkage.Merge(model.Threshold);
        var stories = nodes.Where(node => node.Key is OpenStory).ToDictionary(node => node.Value, node => (OpenStory)node.Key);
        return [.. texts.GroupBy(text => into[nodes[text]])
            .Select(group => (stories.GetValueOrDefault(group.Key), (IReadOnlyList<StoryText>)[.. group]))];
    }

    /// <summary>Texts that are copies of one another, each set in order; a text without copies is a set of its own.</summary>
    private static IEnumerable<(OpenStory? Story, IReadOnlyList<StoryText> Texts)> CopySets(IReadOnlyList<StoryText> texts)
    {
        var first = Enumerable.Range(0, texts.Count).ToArray();
        var stories = new OpenStory?[texts.Count];
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var original in texts[i].CopyOf)
            {
                if (original.Story is { } story) stories[Root(i)] ??= story;
                else Join(i, original.Position);
            }
        }

        return Enumerable.Range(0, texts.Count).GroupBy(Root).Select(set => (stories[set.Key], (IReadOnlyList<StoryText>)[.. set.Select(i => texts[i])]));

        int Root(int i) => first[i] == i ? i : first[i] = Root(first[i]);

        void Join(int one, int other)
        {
            var (low, high) = (Math.Min(Root(one), Root(other)), Math.Max(Root(one), Root(other)));
            first[high] = low;
            stories[low] ??= stories[high];
        }
    }

    private static void Measure(IReadOnlyList<StoryText> texts, TextPair[] pairs)
    {
        var cosines = texts.ToDictionary(text => text, _ => new List<double>());
        foreach (var pair in pairs)
        {
            cosines[pair.One].Add(pair.Cosine);
            if (pair.Other.Story is null) cosines[pair.Other].Add(pair.Cosine);
        }

        foreach (var (text, found) in cosines)
        {
            found.Sort((one, other) => other.CompareTo(one));
            text.Nearness = found.Take(Nearest).Sum() / Nearest;
        }
    }
}
