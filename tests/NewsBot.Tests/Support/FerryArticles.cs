using NewsBot.TestSupport;

namespace NewsBot.Tests.Support;

/// <summary>Two articles about one event that do not agree, and what a citation of each must show: file, outlet and day.</summary>
internal static class FerryArticles
{
    public const string Question = "How many people were killed when the ferry sank off Bari?";
    public const string Unanswered = "Who captained the ferry that sank off Bari?";
    public const string Statement = "At least 12 people were killed when the ferry sank off Bari.";

    public static readonly string[] Monday = ["wire/ferry_monday.txt", "The Bari Post", "1 May 2023"];

    /// <summary>Names no outlet: the host of its address stands for one.</summary>
    public static readonly string[] Tuesday = ["wire/ferry_tuesday.txt", "adria.example", "2 May 2023"];

    /// <summary>Gets the articles as lines of a .jsonl file.</summary>
    public static IReadOnlyList<string> Lines { get; } =
    [
        Some.ArticleLine(
            Monday[0],
            "At least 12 people were killed when the ferry sank off Bari, officials said.",
            "Ferry sinks off Bari",
            "2023-05-01T09:00:00Z",
            outlet: Monday[1]
        ),
        Some.ArticleLine(
            Tuesday[0],
            "The ferry that sank off Bari killed 25 people, officials said on Tuesday.",
            "Ferry sinks off Bari",
            "2023-05-02T09:00:00Z",
            url: "https://www.adria.example/ferry"
        ),
    ];

    /// <summary>Asserts that each article is named with all three facts on one of the lines.</summary>
    public static void AssertNamed(IReadOnlyList<string> lines, params IEnumerable<string[]> articles) =>
        Assert.All(articles, facts => Assert.Contains(lines, line => facts.All(fact => line.Contains(fact, StringComparison.Ordinal))));
}
