using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Archive.Articles;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Rendering;

/// <summary>Every card against what Adaptive Cards 1.5 allow.</summary>
public sealed class CardSchemaTests
{
    private static readonly Dictionary<string, Func<JsonNode>> Cards = new()
    {
        ["help"] = () => HelpMessage.Help(true).Attachments![0].Content!,
        ["sources"] = () =>
            SourcesMessage
                .Render("drone", Limited, [Given.Passage(), Given.Passage("**x**" + new string('x', 5000))])
                .Attachments![0]
                .Content!,
        ["no sources"] = () => PassagesCard.OfSearch("drone", ArticleFilter.None, []),
        ["passages"] = () => PassagesCard.OfAnswer(Answer(), [Given.Passage()]),
        ["withdrawn passages"] = () => PassagesCard.OfAnswer(Answer(), [null]),
        ["digest"] = () => DigestMessage.Render(SomeDigest.WithEverything(), isLate: true).Attachments![0].Content!,
        ["shortened digest"] = () =>
            ShorterMessage.ToFit(DigestMessage.Render(SomeDigest.WithEverything(5), isLate: true), 0).Attachments![0].Content!,
        ["alert"] = () => AlertMessage.Render(SomeAlert.WithEverything).Attachments![0].Content!,
        ["timeline"] = () => TimelineMessage.Render(SomeDigest.Timeline()).Attachments![0].Content!,
    };

    private static ArticleFilter Limited => new() { Outlet = "*Reuters*" };

    public static TheoryData<string> Names => [.. Cards.Keys];

    public static TheoryData<string> FaultyCards =>
        [
            """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock"}]}""",
            """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Nonsense","text":"x"}]}""",
            """{"type":"AdaptiveCard","version":"1.5","body":[],"actions":[{"type":"Action.OpenUrl","title":"no url"}]}""",
            """{"type":"AdaptiveCard","version":"1.5","body":"text"}""",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_IsValid(string name) => Assert.Empty(Faults(Own, Cards[name]().ToJsonString()));

    [Theory]
    [MemberData(nameof(FaultyCards))]
    public void FaultyCard_IsFound(string json) => Assert.NotEmpty(Faults(Own, json));

    /// <summary>The same by the published schema, where it is at hand.</summary>
    [Fact]
    public void Cards_AreValidByThePublishedSchema()
    {
        var published = SharedFolder.Require("fixtures/schemas/adaptive-card-1.5.json");

        Assert.All(Cards, card => Assert.Empty(Faults(published, card.Value().ToJsonString())));
        Assert.All(FaultyCards, card => Assert.NotEmpty(Faults(published, card.Data)));
    }

    [Fact]
    public void LongPassage_IsCutAtASentence()
    {
        var text = string.Concat(Enumerable.Repeat("This is a sentence of the passage. ", 100));

        var card = PassagesCard.OfSearch("q", ArticleFilter.None, [Given.Passage(text)]);

        var shown = card["body"]![1]!["items"]![2]!["text"]!.GetValue<string>();
        Assert.EndsWith("passage. …", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 1000, 1510);
    }

    private static string Own => Path.Combine(RepositoryFolder.Root, "tests/NewsBot.Teams.Tests/Schemas/adaptive-card.json");

    private static IReadOnlyList<string> Faults(string schemaFile, string card)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(schemaFile));
        using var json = JsonDocument.Parse(card);
        return JsonSchemaCheck.Faults(schema.RootElement, json.RootElement);
    }

    private static GivenAnswer Answer() =>
        new()
        {
            Id = "a1",
            Conversation = "chat",
            Question = "where was Putin?",
            Text = Given.Quote,
            Citations = [new GivenCitation(1, "drones.txt", "Drones", new DateOnly(2023, 5, 3), Given.Quote, 3, 9, "http://127.0.0.1/a")],
            At = Given.Morning,
        };
}
