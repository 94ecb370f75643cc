using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Tests.Layout;

/// <summary>One answer of each shape, for layouts and their painters.</summary>
internal static class SomeAnswers
{
    private const string Fire = "The old mill burned down on Monday.";
    private const string Two = "Two people were hurt, the fire chief said.";
    private const string Nobody = "Nobody was hurt, the mayor said.";

    private static readonly Citation[] Citations =
    [
        Cite(1, "mill.txt", "Mill <burns> down", new DateOnly(2023, 5, 3), Fire, "Ashford Gazette"),
        Cite(2, "chief.txt", "Fire chief speaks", new DateOnly(2023, 5, 4), Two),
        Cite(3, "mayor.txt", "Mayor speaks", null, Nobody),
        Cite(4, "mill.txt", "Mill <burns> down", new DateOnly(2023, 5, 3), "It burned for hours.", "Ashford Gazette"),
    ];

    /// <summary>Gets a follow-up, with two statements that contradict each other.</summary>
    public static Answer Disputed { get; } =
        Answered("and who was hurt?", new(Fire, [1, 4]), new(Nobody, [3]), new(Two, [2])) with
        {
            UnderstoodAs = "who was hurt in the mill?",
            Disagreements = [new Disagreement([2, 1])],
        };

    /// <summary>Gets an answer to two questions of three.</summary>
    public static Answer Several { get; } =
        Answered("What burned down? Who paid? Who was hurt?", new(Fire, [1]), new(Nobody, [2])) with
        {
            Citations = [Citations[0], Citations[2] with { Number = 2 }],
            Questions = [new("What burned down?", [0]), new("Who paid?", []), new("Who was hurt?", [1])],
            Unanswered = ["Who paid?"],
        };

    /// <summary>Gets an answer that a model wrote.</summary>
    public static Answer Written { get; } =
        Answered("What burned down?", new Statement("It was the old mill.", [1])) with
        {
            Citations = [Citations[0]],
            Composer = "scripted-1",
        };

    /// <summary>Gets a decline.</summary>
    public static Answer Declined { get; } =
        new()
        {
            Question = "Who paid?",
            Outcome = Outcome.NotFound,
            Text = "The articles do not answer this question. Nearest articles: “Mill <burns> down” (mill.txt, 2023-05-03).",
            Nearest =
            [
                new("mill.txt", "Mill <burns> down", new DateOnly(2023, 5, 3), LinkTo("mill.txt")),
                new("mayor.txt", "Mayor speaks", null, LinkTo("mayor.txt")),
            ],
            Composer = Answer.Extractive,
            Elapsed = TimeSpan.FromMilliseconds(3),
        };

    /// <summary>Gets a list of passages.</summary>
    public static Answer Sources { get; } =
        Declined with
        {
            Question = "sources mill",
            Outcome = Outcome.Sources,
            Text = $"Passages that match “mill”, best first:\n1. “Mill <burns> down” (mill.txt): {Fire}",
            Nearest = [],
            Passages = [Passage()],
        };

    /// <summary>Gets a reply to a greeting.</summary>
    public static Answer Reply { get; } = Declined with { Question = "hello", Outcome = Outcome.Reply, Text = "Hello!", Nearest = [] };

    private static Answer Answered(string question, params Statement[] statements) =>
        new()
        {
            Question = question,
            Outcome = Outcome.Answered,
            Text = string.Join(' ', statements.Select(statement => statement.Text)),
            Statements = statements,
            Citations = Citations,
            Composer = Answer.Extractive,
            Elapsed = TimeSpan.FromMilliseconds(3),
        };

    private static Citation Cite(int number, string source, string headline, DateOnly? published, string quote, string? outlet = null) =>
        new()
        {
            Number = number,
            Source = source,
            Headline = headline,
            Published = published,
            Outlet = outlet,
            Quote = quote,
            Range = new TextRange(10 * number, (10 * number) + quote.Length),
            Link = LinkTo(source),
        };

    private static string LinkTo(string source) => $"http://newsbot.test/articles/{source}";

    private static RetrievedPassage Passage()
    {
        var passage = new Passage
        {
            Number = 0,
            Range = new TextRange(0, Fire.Length),
            Sentences = [new TextRange(0, Fire.Length)],
        };
        return new(
            new ArchivedArticle(
                1,
                new Article
                {
                    Source = "mill.txt",
                    Headline = "Mill <burns> down",
                    Text = Fire,
                },
                [passage]
            ),
            passage,
            0.5
        );
    }
}
