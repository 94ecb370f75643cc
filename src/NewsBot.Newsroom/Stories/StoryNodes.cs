namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Numbers what one day merges: first the stories, in the order in which they began, then the sets of copies, in order. Immutable.
/// </summary>
internal sealed class StoryNodes
{
    private readonly Dictionary<OpenStory, int> stories = [];
    private readonly int[] nodes;
    private readonly double[] weights;

    public StoryNodes(IEnumerable<OpenStory> candidates, IReadOnlyList<CopySets> sets, int texts)
    {
        Stories = [.. candidates.Distinct().OrderBy(story => story.Number)];
        foreach (var story in Stories)
            stories[story] = stories.Count;
        (nodes, weights, Count) = (new int[texts], new double[texts], Stories.Count);
        foreach (var set in sets)
        {
            var node = set.Story is { } continued ? stories[continued] : Count++;
            foreach (var text in set.Texts)
                (nodes[text.Position], weights[text.Position]) = (node, 1.0 / set.Texts.Count);
        }
    }

    /// <summary>Gets how many numbers were given.</summary>
    public int Count { get; }

    /// <summary>Gets the stories, in the order in which they began.</summary>
    public IReadOnlyList<OpenStory> Stories { get; }

    /// <summary>Returns the number of a text's set or story; null for a text whose story is not a candidate.</summary>
    public int? Of(StoryText text) =>
        text.Story is not { } story ? nodes[text.Position]
        : stories.TryGetValue(story, out var node) ? node
        : null;

    /// <summary>Returns how much one of today's texts counts: all copies in a set together count as one.</summary>
    public double WeightOf(StoryText text) => weights[text.Position];

    /// <summary>Returns the story with a number; null for a set of copies.</summary>
    public OpenStory? StoryAt(int node) => node < Stories.Count ? Stories[node] : null;
}
