using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

public sealed class DigestApiTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await SharedHosts.InMemoryAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Digest_OfADay_QuotesTheArticlesAsTheApiReturnsThem()
    {
        var digest = await GetAsync("/api/digest?date=2023-05-03");

        Assert.Equal(
            ["date", "topic", "desk", "articles", "text", "stories", "citations", "leftOut", "moreReports"],
            digest.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("2023-05-03", digest.GetProperty("date").GetString());
        Assert.Equal(1, digest.GetProperty("stories").GetArrayLength());
        foreach (var citation in digest.GetProperty("citations").EnumerateArray())
        {
            var article = await GetAsync("/api/articles/" + citation.GetProperty("source").GetString());
            var (start, end) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
            Assert.Equal(citation.GetProperty("quote").GetString(), article.GetProperty("text").GetString()![start..end]);
        }
    }

    [Theory]
    [InlineData("/api/digest", "2023-05-04", 1)]
    [InlineData("/api/digest?date=2023-05-09", "2023-05-09", 0)]
    [InlineData("/api/digest?date=2023-05-03&topic=football", "2023-05-03", 0)]
    public async Task Digest_IsOfTheNewestDay_OrOfTheOneThatIsAskedFor(string path, string date, int stories)
    {
        var digest = await GetAsync(path);

        Assert.Equal(date, digest.GetProperty("date").GetString());
        Assert.Equal(stories, digest.GetProperty("stories").GetArrayLength());
    }

    [Fact]
    public async Task Digest_CountsTheReportsInNoStory_AndThePageLinksThem()
    {
        string[] texts =
        [
            "Fire destroyed the old mill in Ashford on Tuesday night.",
            "Milford opened its new bridge over the river Dane.",
            "Members of parliament voted for cheaper school meals.",
            "Surgeons in Bergen replaced the heart of a newborn baby.",
            "A rare owl kept astronomers awake at an observatory in Chile.",
            "Osaka raised the price of drinking water by a tenth.",
            "The chess champion resigned after forty moves against a teenager.",
            "Farmers blocked the motorway near Lyon with two hundred tractors.",
            "Engineers found cracks in the dam above the village of Torno.",
            "An unknown sonata by Haydn was played for the first time in Vienna.",
            "The airline cancelled every flight to Lisbon because of a strike.",
            "Police in Perth caught a thief who had stolen nine bicycles.",
            "Divers raised a Roman anchor from the bottom of the Adriatic.",
        ];
        await using var host = await TestHost.StartAsync([
            .. texts.Select((text, number) => Some.ArticleLine($"{number}.txt", text, published: "2023-05-03T10:00:00Z")),
        ]);

        var digest = JsonDocument.Parse(await host.Client.GetStringAsync("/api/digest?date=2023-05-03", Stop)).RootElement;
        var page = await host.Client.GetStringAsync("/digest?date=2023-05-03", Stop);

        var told = digest.GetProperty("stories").EnumerateArray().SelectMany(story => story.GetProperty("sources").EnumerateArray());
        var others = digest.GetProperty("moreReports").EnumerateArray().ToArray();
        Assert.NotEmpty(others);
        Assert.Equal(others.Length, digest.GetProperty("leftOut").GetInt32());
        Assert.Equal(
            texts.Select((_, number) => $"{number}.txt").Order(),
            told.Concat(others).Select(source => source.GetProperty("source").GetString()).Order()
        );
        Assert.Contains($"{others.Length} more reports", page, StringComparison.Ordinal);
        Assert.All(
            texts.Select((_, number) => $"href=\"/articles/{number}.txt"),
            link => Assert.Contains(link, page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Digest_OfAnUnknownDesk_IsABadRequest()
    {
        using var response = await host.Client.GetAsync("/api/digest?desk=Sports", Stop);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Timeline_HasDaysInOrder()
    {
        var timeline = await GetAsync("/api/timeline?topic=drone");

        Assert.Equal(
            ["2023-05-03", "2023-05-04", null],
            timeline.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("date").GetString())
        );
    }

    private async Task<JsonElement> GetAsync(string path) => JsonDocument.Parse(await host.Client.GetStringAsync(path, Stop)).RootElement;
}
