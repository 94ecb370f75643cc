using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Rendering;

/// <summary>Every card against the published schema of Adaptive Cards 1.5.</summary>
public sealed class CardSchemaTests
{
    private static readonly Dictionary<string, Func<JsonNode>> Cards = new()
    {
        ["answer"] = () => AnswerMessage.Render(Given.Answer("q", Given.Citation(), Given.Citation(2)), "a1", true).Attachments![0].Content!,
        ["disagreement"] = () => AnswerMessage.Render(Given.Answer("q", Given.Citation(), Given.Citation(2)) with { Disagreements = [new Disagreement([0, 1])] }, "a1", true).Attachments![0].Content!,
        ["help"] = () => HelpMessage.Help(true).Attachments![0].Content!,
        ["sources"] = () => SourcesMessage.Render("drone", [Given.Passage(), Given.Passage("**x**" + new string('x', 5000))]).Attachments![0].Content!,
        ["no sources"] = () => PassagesCard.OfSearch("drone", []),
        ["passages"] = () => PassagesCard.OfAnswer(Answer(), [Given.Passage()]),
        ["withdrawn passages"] = () => PassagesCard.OfAnswer(Answer(), [null]),
        ["digest"] = () => DigestMessage.Render(SomeDigest.WithEverything(), isLate: true).Attachments![0].Content!,
        ["timeline"] = () => TimelineMessage.Render(SomeDigest.Timeline()).Attachments![0].Content!,
    };

    public static TheoryData<string> Names => [.. Cards.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_IsValid(string name)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("fixtures/schemas/adaptive-card-1.5.json")));
        using var card = JsonDocument.Parse(Cards[name]().ToJsonString());

        Assert.Empty(JsonSchemaCheck.Faults(schema.RootElement, card.RootElement));
        Assert.Equal("1.5", card.RootElement.GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Nonsense","text":"x"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.OpenUrl","title":"no url"}]}""")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":"text"}""")]
    public void FaultyCard_IsFound(string json)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("fixtures/schemas/adaptive-card-1.5.json")));
        using var card = JsonDocument.Parse(json);

        Assert.NotEmpty(JsonSchemaCheck.Faults(schema.RootElement, card.RootElement));
    }

    [Fact]
    public void LongPassage_IsCutAtASentence()
    {
        var text = string.Concat(Enumerable.Repeat("This is a sentence of the passage. ", 100));

        var card = PassagesCard.OfSearch("q", [Given.Passage(text)]);

        var shown = card["body"]![1]!["items"]![1]!["text"]!.GetValue<string>();
        Assert.EndsWith("passage. …", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 1000, 1510);
    }

    private static GivenAnswer Answer() => new()
    {
        Id = "a1",
        Conversation = "chat",
        Question = "where was Putin?",
        Text = Given.Quote,
        Citations = [new GivenCitation(1, "drones.txt", "Drones", new DateOnly(2023, 5, 3), Given.Quote, 3, 9, "http://127.0.0.1/a")],
        At = Given.Morning,
    };
}
