using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Tests;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>
/// Every place in which Teams shows a citation names the article's file, its outlet and its day: from the message to what the connector
/// got.
/// </summary>
public sealed class CitationSurfaceTests : IDisposable
{
    private const string Question = "How many people were killed when the ferry sank off Bari?";

    private static readonly Article Monday = Article(
        "wire/ferry_monday.txt",
        "The Bari *Post*",
        1,
        "At least 12 people were killed when the ferry sank off Bari, officials said."
    );
    private static readonly Article Tuesday = Article(
        "wire/ferry_tuesday.txt",
        "Adria [News]",
        2,
        "The ferry that sank off Bari killed 25 people, officials said on Tuesday."
    );

    /// <summary>The surfaces: what is written, what of the last message shows citations, and the articles that are cited there.</summary>
    private static readonly Dictionary<string, Surface> Surfaces = new()
    {
        ["answer"] = new([Question], message => message.GetProperty("text"), [Monday, Tuesday]),
        ["citation card"] = new([Question], message => message.GetProperty("entities"), [Monday, Tuesday]),
        ["passages behind an answer"] = new([Question, "passages"], Card, [Monday, Tuesday]),
        ["sources"] = new(["sources ferry"], Card, [Monday, Tuesday]),
        ["decline"] = new(["Who captained the ferry that sank off Bari?"], message => message.GetProperty("text"), [Monday, Tuesday]),
        ["check"] = new(
            ["check: At least 12 people were killed when the ferry sank off Bari."],
            message => message.GetProperty("text"),
            [Monday]
        ),
        ["digest"] = new(["digest 2023-05-02"], Card, [Tuesday]),
        ["timeline"] = new(["timeline ferry Bari"], Card, [Monday]),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Surfaces.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Citation_ShowsFileOutletAndDay(string name)
    {
        var surface = Surfaces[name];
        await using var archive = await TestArchive.OfAsync(Monday, Tuesday);
        await using var host = await TeamsHost.StartAsync(_folder, real: archive.Newsroom);

        foreach (var text in surface.Written)
            await host.PostAndSettleAsync(Activities.Message(text, kind: "groupChat").Mentioning((Activities.Bot, "Newsroom")));

        AssertShown(surface, host.Connector.Messages[^1].Body);
        Assert.Equal(surface.Written.Count, host.Connector.Messages.Count);
        Assert.Empty(host.Connector.Faults);
    }

    /// <summary>Cards of earlier answers have the button still.</summary>
    [Fact]
    public async Task PassagesInThePlaceOfACard_ShowFileOutletAndDay_AndWhatLeadsOn()
    {
        await using var archive = await TestArchive.OfAsync(Monday, Tuesday);
        await using var host = await TeamsHost.StartAsync(_folder, real: archive.Newsroom);
        await host.PostAndSettleAsync(Activities.Message(Question, id: "q1"));
        var given = await host.Store.FindAnswerToAsync("chat-1", "q1", TestContext.Current.CancellationToken);
        var action = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = "passages",
            ["data"] = new JsonObject { ["newsbot"] = "passages", ["answer"] = given!.Id },
        };

        using var response = await host.PostAsync(Activities.Invoke("adaptiveCard/action", new JsonObject { ["action"] = action }));
        using var shown = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var card = shown.RootElement.GetProperty("value");
        AssertShown(new Surface([], whole => whole, [Monday, Tuesday]), card);
        Assert.Equal(
            ["Search the sources", "Follow this story", "Help"],
            card.GetProperty("actions").EnumerateArray().Select(button => button.GetProperty("title").GetString())
        );
    }

    /// <summary>A string of it names all three: they stand together.</summary>
    private static void AssertShown(Surface surface, JsonElement message)
    {
        var shown = Strings(surface.Part(message)).SelectMany(text => text.Split('\n')).Select(AsRead).ToList();
        Assert.All(
            surface.Cited,
            article =>
                Assert.Contains(
                    shown,
                    line =>
                        new[] { article.Source, article.Outlet!, $"{article.PublishedOn:d MMMM yyyy}" }.All(fact =>
                            line.Contains(fact, StringComparison.Ordinal)
                        )
                )
        );
    }

    /// <summary>As clients show it: escapes and links are resolved, and what shows nothing is gone.</summary>
    private static string AsRead(string text) =>
        WebUtility.HtmlDecode(text).Replace("\\", "", StringComparison.Ordinal).Replace("\u200B", "", StringComparison.Ordinal);

    private static JsonElement Card(JsonElement message) => message.GetProperty("attachments")[0].GetProperty("content");

    private static IEnumerable<string> Strings(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => [json.GetString()!],
            JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
            JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Strings(member.Value)),
            _ => [],
        };

    private static Article Article(string source, string outlet, int day, string text) =>
        Some.Article(source, text, "Ferry sinks off Bari") with
        {
            Outlet = outlet,
            Published = new DateTimeOffset(2023, 5, day, 9, 0, 0, TimeSpan.Zero),
        };

    /// <summary>A place in which citations are shown.</summary>
    /// <param name="Written">The messages that lead there.</param>
    /// <param name="Part">The part of the last answer that is looked at.</param>
    /// <param name="Cited">The articles that are cited there.</param>
    private sealed record Surface(IReadOnlyList<string> Written, Func<JsonElement, JsonElement> Part, IReadOnlyList<Article> Cited);
}
