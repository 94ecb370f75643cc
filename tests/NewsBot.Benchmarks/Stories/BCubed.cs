namespace NewsBot.Benchmarks.Stories;

/// <summary>
/// BCubed (Bagga and Baldwin 1998): of each article's group the share that is of its story, and of its story the share that is in its
/// group.
/// </summary>
/// <param name="Precision">Mean over the articles.</param>
/// <param name="Recall">Mean over the articles.</param>
internal readonly record struct BCubed(double Precision, double Recall)
{
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    /// <summary>The measure over some articles of a grouping; their groups and stories count whole.</summary>
    public static BCubed Of(IReadOnlyList<int> groups, IReadOnlyList<string> stories, IReadOnlyCollection<int> articles)
    {
        double precision = 0,
            recall = 0;
        foreach (var i in articles)
        {
            int both = 0,
                group = 0,
                story = 0;
            for (var j = 0; j < groups.Count; j++)
            {
                var (inGroup, inStory) = (groups[i] == groups[j], stories[i] == stories[j]);
                if (inGroup)
                    group++;
                if (inStory)
                    story++;
                if (inGroup && inStory)
                    both++;
            }

            precision += (double)both / group;
            recall += (double)both / story;
        }

        return new BCubed(precision / articles.Count, recall / articles.Count);
    }

    public override string ToString() => FormattableString.Invariant($"{F1:0.000} | {Precision:0.000} | {Recall:0.000}");
}
