using NewsBot.Benchmarks.Retrieval;
using NewsBot.Newsroom.Stories;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Stories;

/// <summary>The ECB+ articles with their stories: two similar events for each topic.</summary>
internal sealed record GoldStories(IReadOnlyList<StoryArticle> Articles, IReadOnlyList<string> Stories)
{
    /// <summary>The topic of each article: its story's name without the last letter.</summary>
    public IReadOnlyList<string> Topics { get; } = [.. Stories.Select(story => story[..^1])];

    public static GoldStories Read()
    {
        var lines = JsonLines.ReadFile<Line>(SharedFolder.Require("eval/stories/ecbplus.jsonl"));
        return new GoldStories(
            [
                .. lines.Select(
                    (line, i) => new StoryArticle { Key = i.ToString(System.Globalization.CultureInfo.InvariantCulture), Text = line.Text }
                ),
            ],
            [.. lines.Select(line => line.Story)]
        );
    }

    private sealed record Line(string Text, string Story);
}
