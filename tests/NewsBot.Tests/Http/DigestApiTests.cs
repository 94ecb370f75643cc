using System.Text.Json;
using NewsBot.Tests.Support;

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
