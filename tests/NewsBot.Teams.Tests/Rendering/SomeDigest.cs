using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Timelines;

namespace NewsBot.Teams.Tests.Rendering;

/// <summary>Digests and timelines with all their parts, and with words that want to be markup.</summary>
internal static class SomeDigest
{
    private static readonly DateOnly Day = new(2023, 5, 3);

    public static Digest WithEverything(
        int stories = 2,
        string sentence = "Drones <at>All</at> were aimed at [the Kremlin](https://evil.example)."
    ) =>
        new()
        {
            Date = Day,
            Articles = 4,
            Stories = [.. Enumerable.Range(0, stories).Select(_ => Story(sentence))],
            Citations = [.. Enumerable.Range(1, 2).Select(number => Citation(number, sentence))],
        };

    public static DigestCorrection Correction =>
        new()
        {
            Source = "c",
            IsWithdrawn = false,
            Outlet = "One *News*",
            Published = null,
            Headline = "Two *hurt*",
            Link = "https://news.example/articles/c",
            Before = "Twelve were hurt.",
            Now = "Two were hurt.",
        };

    public static DigestCorrection Withdrawal =>
        new()
        {
            Source = "w",
            IsWithdrawn = true,
            Outlet = null,
            Published = Day,
        };

    public static IReadOnlyList<DigestOthers> OtherReports =>
        [
            new DigestOthers(Day, "https://news.example/digest?date=2023-05-03", [Report("o"), Report("p")]),
            new DigestOthers(null, "https://news.example/sources", [Report("q")]),
        ];

    public static Timeline Timeline() =>
        new()
        {
            Topic = "drone *attack*",
            Days =
            [
                new TimelineDay(Day, [new Statement("Drones flew.", [1])]),
                new TimelineDay(null, [new Statement("Drones were banned.", [2])]),
            ],
            Citations = [Citation(1, "Drones flew."), Citation(2, "Drones were banned.")],
        };

    private static DigestSource Report(string source) => new(source, "o", "h", null, "https://news.example/" + source, false);

    private static DigestStory Story(string sentence) =>
        new()
        {
            Headline = "Drones over the *Kremlin*",
            Outlets = ["one.example", "two.example"],
            Articles = 4,
            Copies = 1,
            First = Day.AddDays(-1),
            EarlierArticles = 2,
            Statements = [new Statement(sentence, [1])],
            New = [new Statement(sentence, [2])],
            Disagreements = [new DigestDisagreement(DisagreementKind.Denial, new Statement(sentence, [1]), new Statement(sentence, [2]))],
            Sources =
            [
                new DigestSource("a.txt", "one.example", "Headline", Day, "https://news.example/a", false),
                new DigestSource("b.txt", "two.example", "Headline", null, "javascript:alert(1)", true),
            ],
        };

    private static Citation Citation(int number, string quote) =>
        new()
        {
            Number = number,
            Source = $"{number}.txt",
            Headline = "Headline",
            Published = Day,
            Quote = quote,
            Range = new TextRange(0, quote.Length),
            Link = $"https://news.example/articles/{number}.txt#q0-{quote.Length}",
        };
}
