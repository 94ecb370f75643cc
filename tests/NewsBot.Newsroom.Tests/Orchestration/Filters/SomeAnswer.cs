using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Orchestration.Filters;

/// <summary>An answer of one statement.</summary>
internal static class SomeAnswer
{
    public const string Quote = "Smoke rose over the harbour.";

    /// <summary>An answer that holds: its statement is the second sentence of an article, which is one passage.</summary>
    public static Answer Grounded(string composer = "extractive", string? statement = null)
    {
        var article = Some.Article("a.txt", $"It was quiet. {Quote} Nobody was hurt.") with
        {
            Published = new DateTimeOffset(2023, 5, 4, 10, 0, 0, TimeSpan.Zero),
        };
        var range = new TextRange(14, 14 + Quote.Length);
        var text = statement ?? Quote;
        return new Answer
        {
            Question = "What rose?",
            Outcome = Outcome.Answered,
            Text = $"{text} [1]",
            Statements = [new Statement(text, [1])],
            Citations =
            [
                new Citation
                {
                    Number = 1,
                    Source = "a.txt",
                    Headline = article.Headline,
                    Published = article.PublishedOn,
                    Quote = Quote,
                    Range = range,
                    Link = "http://newsbot.test/a",
                },
            ],
            Grounds = [new GroundedStatement(text, [new GroundedQuote(article, new TextRange(0, article.Text.Length), range)])],
            Composer = composer,
            Elapsed = TimeSpan.Zero,
        };
    }
}
