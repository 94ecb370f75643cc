using System.Net;
using System.Text;
using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

/// <summary><c>POST /api/ground</c> judges as <c>batch</c> does, within limits.</summary>
public sealed class GroundApiTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Two drones were disabled.", true)]
    [InlineData("Three drones were disabled.", false)]
    public async Task Statement_IsJudgedAsInABatch(string statement, bool supported)
    {
        var body = JsonSerializer.Serialize(new { passage = "Two drones were disabled over the city.", statement });
        using var folder = new TemporaryFolder();
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"ground":{{body}}}"""));
        var batch = await CommandRun.InAsync(folder, lines, "batch");

        using var response = await PostAsync(body);
        var verdict = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Assert.Single(batch.Lines), verdict);
        Assert.Equal(supported, JsonDocument.Parse(verdict).RootElement.GetProperty("supported").GetBoolean());
    }

    [Theory]
    [InlineData("""[]""", "not a JSON object")]
    [InlineData("""{"statement":"a"}""", "\"passage\" is missing")]
    [InlineData("""{"passage":"a"}""", "\"statement\" is missing")]
    [InlineData("""{"passage":1,"statement":"a"}""", "\"passage\" is not a string")]
    [InlineData("""{"passage":"a","statement":"\ud800"}""", "\"statement\" is not a string")]
    [InlineData("""{"passage":"a","statement":""", "not valid JSON")]
    public async Task Body_ThatCannotBeRead_IsAProblem(string body, string fault)
    {
        using var response = await PostAsync(body);

        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
        Assert.Contains(fault, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await AssertProblem.IsAsync(response, 400);
    }

    [Theory]
    [InlineData(20_000, 2_000, 200)]
    [InlineData(20_001, 2_000, 400)]
    [InlineData(20_000, 2_001, 400)]
    public async Task Lengths_AreLimited(int passage, int statement, int status)
    {
        using var response = await PostAsync(
            JsonSerializer.Serialize(new { passage = new string('a', passage), statement = new string('b', statement) })
        );

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", 10, 415)]
    [InlineData("application/json", 300_000, 413)]
    public async Task Body_OfAnotherKindOrSize_IsRefused(string mediaType, int length, int status)
    {
        var host = await SharedHosts.InMemoryAsync();
        using var content = new StringContent(new string(' ', length), Encoding.UTF8, mediaType);
        using var response = await host.Client.PostAsync("/api/ground", content, Stop);

        await AssertProblem.IsAsync(response, status);
    }

    private static async Task<HttpResponseMessage> PostAsync(string body)
    {
        var host = await SharedHosts.InMemoryAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Client.PostAsync("/api/ground", content, Stop);
    }
}
