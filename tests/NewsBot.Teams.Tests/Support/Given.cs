using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Rendering;

namespace NewsBot.Teams.Tests.Support;

/// <summary>Creates objects whose details do not matter to the test.</summary>
internal static class Given
{
    public const string Quote = "Putin was not in the Kremlin at the time of the attack, his spokesman said.";

    public static readonly DateTimeOffset Morning = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public static Citation Citation(
        int number = 1,
        string quote = Quote,
        string headline = "Drones over the Kremlin",
        string source = "drones.txt",
        string link = "http://127.0.0.1:3978/articles/drones.txt"
    ) =>
        new()
        {
            Number = number,
            Source = source,
            Headline = headline,
            Published = new DateOnly(2023, 5, 3),
            Outlet = "The Guardian",
            Quote = quote,
            Range = new TextRange(10, 10 + quote.Length),
            Link = link,
        };

    public static Answer Answer(string question = "where was Putin?", params Citation[] citations)
    {
        var cited = citations.Length > 0 ? citations : [Citation()];
        return new Answer
        {
            Question = question,
            Outcome = Outcome.Answered,
            Text = string.Join(" ", cited.Select(c => $"{c.Quote} [{c.Number}]")),
            Statements = [.. cited.Select(c => new Statement(c.Quote, [c.Number]))],
            Citations = cited,
            Composer = "extractive",
            Elapsed = TimeSpan.FromMilliseconds(3),
        };
    }

    public static Answer Decline(string question = "who won the cup?") =>
        new()
        {
            Question = question,
            Outcome = Outcome.NotFound,
            Text = NewsBot.Newsroom.Answers.Answer.NotAnswered,
            Nearest =
            [
                new NearestSource("cup.txt", "The *cup* [draw]", new DateOnly(2023, 5, 1), "http://127.0.0.1:3978/articles/cup.txt")
                {
                    Outlet = "The Guardian",
                },
            ],
            Composer = "extractive",
            Elapsed = TimeSpan.FromMilliseconds(3),
        };

    public static ShownPassage Passage(string text = "The attack came at night. " + Quote, string headline = "Drones over the Kremlin") =>
        new("drones.txt", headline, "The Guardian", new DateOnly(2023, 5, 3), text, "http://127.0.0.1:3978/articles/drones.txt");

    /// <summary>Returns the same passage as found in the archive.</summary>
    public static RetrievedPassage Found(string text = "The attack came at night. " + Quote)
    {
        var passage = new Passage
        {
            Number = 0,
            Range = new TextRange(0, text.Length),
            Sentences = [new TextRange(0, text.Length)],
        };
        var article = new Article
        {
            Source = "drones.txt",
            Headline = "Drones over the Kremlin",
            Text = text,
            Published = new DateTimeOffset(2023, 5, 3, 0, 0, 0, TimeSpan.Zero),
        };
        return new(new ArchivedArticle(1, article, [passage]), passage, 1);
    }
}
