using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.Teams.Wire;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Rendering;

/// <summary>A message that is too large keeps no sentence without its source, and no source without its sentence.</summary>
public sealed partial class ShorterMessageTests
{
    private const string Mark = "… (shortened)";
    private static readonly string LongSentences = string.Concat(Enumerable.Repeat("This is a sentence of the article. ", 40)).Trim();

    [Fact]
    public void MessageThatFits_StaysAsItIs()
    {
        var message = AnswerMessage.Render(Given.Answer());

        Assert.Same(message, ShorterMessage.ToFit(message, MessageSize.MaxJsonChars));
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(12_000)]
    [InlineData(8_000)]
    [InlineData(5_000)]
    [InlineData(3_000)]
    [InlineData(0)]
    public void Answer_OfAnySize_KeepsWholeStatementsWithTheirCitations(int maxChars)
    {
        var message = Rendered(Numbered(9, $": {LongSentences[..900]} The end."));

        var shorter = ShorterMessage.ToFit(message, maxChars);

        Assert.True(maxChars == 0 || MessageSize.Of(shorter) <= maxChars);
        AssertCitationsAgree(shorter);
        var paragraphs = shorter.Text!.Split("\n\n").ToList();
        var statements = paragraphs.TakeWhile(line => line is not (Mark or "**Sources**")).ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, line => Assert.Matches(@"(The end\.|…) \[\d\]$", line));
        if (shorter.Text == message.Text)
            return;
        Assert.Equal(Mark, paragraphs[statements.Count]);
        Assert.Equal("**Sources**", paragraphs[statements.Count + 1]);
        var source = Assert.Single(paragraphs.Skip(statements.Count + 2));
        Assert.EndsWith(" · drones.txt · The Guardian · 3 May 2023", source, StringComparison.Ordinal);
    }

    [Fact]
    public void OneLongStatement_IsCutAtASentence_AndKeepsItsNumbers()
    {
        var answer = Given.Answer("q", Given.Citation(1, LongSentences), Given.Citation(2, LongSentences));
        var message = Rendered(answer with { Statements = [new Statement(LongSentences, [1, 2])] });

        var shorter = ShorterMessage.ToFit(message, 0);

        Assert.Matches(
            @"^This is a sentence of the article\. .*article\. … \[1\] \[2\]\n\n… \(shortened\)\n\n\*\*Sources\*\*\n\n\[1\] \[2\] \[Drones",
            shorter.Text
        );
        Assert.InRange(shorter.Text!.Length, 250, 600);
        AssertCitationsAgree(shorter);
    }

    [Fact]
    public void Disagreement_IsShownWithAllItsSides_OrNotAtAll()
    {
        var answer = Given.Answer(
            "q",
            Given.Citation(1, LongSentences[..600] + "."),
            Given.Citation(2, LongSentences),
            Given.Citation(3, LongSentences)
        );
        var onlySides = Given.Answer("q", Given.Citation(1, LongSentences), Given.Citation(2, LongSentences));

        var withoutSides = ShorterMessage.ToFit(Rendered(answer with { Disagreements = [new Disagreement([1, 2])] }), 0);
        var withSides = ShorterMessage.ToFit(Rendered(onlySides with { Disagreements = [new Disagreement([0, 1])] }), 0);

        Assert.Contains("[1]", withoutSides.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("do not agree", withoutSides.Text, StringComparison.Ordinal);
        AssertCitationsAgree(withoutSides);
        Assert.Contains("[1]", withSides.Text, StringComparison.Ordinal);
        Assert.Contains("[2]", withSides.Text, StringComparison.Ordinal);
        AssertCitationsAgree(withSides);
    }

    [Fact]
    public void Digest_LosesItsLastStories_ThenParagraphsAreCut_AndKeepTheirNumbers()
    {
        var message = Addressed(DigestMessage.Render(SomeDigest.WithEverything(6, LongSentences[..600]), isLate: false));

        var fewer = ShorterMessage.ToFit(message, MessageSize.Of(message) / 2);
        var least = ShorterMessage.ToFit(message, 0);

        var stories = Card(message)["body"]!.AsArray().Count - 1;
        Assert.InRange(Card(fewer)["body"]!.AsArray().Count - 2, 1, stories - 2);
        Assert.Equal(Mark, Card(fewer)["body"]!.AsArray()[^1]!["text"]!.GetValue<string>());
        Assert.Contains(LongSentences[..500], Card(fewer).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(3, Card(least)["body"]!.AsArray().Count);
        Assert.DoesNotContain(LongSentences[..300], Card(least).ToJsonString(), StringComparison.Ordinal);
        var paragraphs = Texts(Card(least)).Where(text => text.StartsWith("This is", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(paragraphs);
        Assert.All(paragraphs, text => Assert.Matches(@"… \(\d\)$", text));
    }

    [Fact]
    public void Passages_OfASearch_LoseTheLastOnesFirst()
    {
        ShownPassage[] passages = [.. Enumerable.Range(0, 8).Select(n => Given.Passage(LongSentences, $"Article {n}"))];
        var message = Addressed(SourcesMessage.Render("drone", ArticleFilter.None, passages));

        var shorter = ShorterMessage.ToFit(message, MessageSize.Of(message) / 2);

        var card = Card(shorter).ToJsonString();
        Assert.Contains("Article 0", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Article 7", card, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedMessage_BecomesShorterEachTime_UntilItGetsNoShorter()
    {
        var message = Rendered(Numbered(9, $": {LongSentences}"));
        var sizes = new List<int> { MessageSize.Of(message) };

        while (ShorterMessage.Of(message) is { } shorter)
        {
            AssertCitationsAgree(message = shorter);
            sizes.Add(MessageSize.Of(shorter));
        }

        Assert.InRange(sizes.Count, 3, 8);
        Assert.Equal(sizes.OrderDescending().Distinct(), sizes);
        Assert.InRange(sizes[^1], 500, 2_000);
        Assert.Null(ShorterMessage.Of(Addressed(AnswerMessage.Text("No."))));
    }

    /// <summary>Escaped, its JSON would have six characters for each letter.</summary>
    [Fact]
    public void MessageInAnotherScript_IsMeasuredByItsLetters()
    {
        var statement = string.Concat(Enumerable.Repeat("Дроны атаковали Кремль ночью. ", 350)).Trim();
        var message = Rendered(Given.Answer("q", Given.Citation(1, statement)));

        Assert.InRange(statement.Length, 10_000, 12_000);
        Assert.Same(message, ShorterMessage.ToFit(message, MessageSize.MaxJsonChars));
        Assert.Contains("Кремль", Encoding.UTF8.GetString(TeamsJson.Bytes(message)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One sentence. Another one. [1] [2]", 22, "One sentence. … [1] [2]")]
    [InlineData("short [1]", 50, "short [1]")]
    [InlineData("One sentence. Another one. [1] [2] · 13\u00A0May\u00A02023", 22, "One sentence. … [1] [2] · 13\u00A0May\u00A02023")]
    [InlineData("abcdefghij&#42;klmnop [1]", 14, "abcdefghij… [1]")]
    [InlineData("no numbers at all here", 11, "no numbers…")]
    public void Cut_KeepsTheNumbersOfTheSources(string text, int maxChars, string expected) =>
        Assert.Equal(expected, SentenceCut.WithNumbers(text, maxChars));

    private static Answer Numbered(int count, string text) =>
        Given.Answer("q", [.. Enumerable.Range(1, count).Select(n => Given.Citation(n, $"Statement {n}{text}"))]);

    private static Activity Rendered(Answer answer) => Addressed(AnswerMessage.Render(answer));

    private static Activity Addressed(Activity message) =>
        message with
        {
            From = new ChannelAccount { Id = "28:bot" },
            Conversation = new ConversationAccount { Id = "chat" },
        };

    private static JsonObject Card(Activity message) => message.Attachments![0].Content!.AsObject();

    private static IEnumerable<string> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject element when element["type"]?.ToString() == "TextBlock" => [element["text"]!.ToString()],
            JsonObject element => element.SelectMany(member => Texts(member.Value)),
            JsonArray elements => elements.SelectMany(Texts),
            _ => [],
        };

    private static void AssertCitationsAgree(Activity message)
    {
        var bytes = TeamsJson.Bytes(message);
        using var json = JsonDocument.Parse(bytes);
        Assert.Empty(ConnectorRules.Faults(json.RootElement, Encoding.UTF8.GetString(bytes)));
        var inText = NumberInText().Matches(message.Text!).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
        var claimed = message.Entities!.SelectMany(entity => entity.Citation ?? []).Select(claim => $"[{claim.Position}]");
        Assert.Equal(inText, claimed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex NumberInText();
}
