using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Questions;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

public sealed class AskApiTests : IAsyncLifetime
{
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await SharedHosts.InMemoryAsync();

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Question_ThatTheArticlesAnswer_GetsAnAnswerOfTheDocumentedShape()
    {
        using var response = await PostAsync("""{"question":"where was Putin?"}""");
        var answer = await ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            ["question", "outcome", "text", "statements", "citations", "asOf", "composer", "elapsedMilliseconds"],
            answer.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("where was Putin?", answer.GetProperty("question").GetString());
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        Assert.Equal("extractive", answer.GetProperty("composer").GetString());
        Assert.All(
            answer.GetProperty("statements").EnumerateArray(),
            statement => Assert.Equal(["text", "citations"], statement.EnumerateObject().Select(property => property.Name))
        );
        Assert.All(
            answer.GetProperty("citations").EnumerateArray(),
            citation =>
                Assert.Equal(
                    ["number", "source", "headline", "published", "quote", "start", "end", "link"],
                    citation.EnumerateObject().Select(property => property.Name)
                )
        );
    }

    [Fact]
    public async Task Citation_IsVerbatimInTheArticleThatTheApiReturns_AndItsLinkNamesTheRange()
    {
        using var response = await PostAsync("""{"question":"where was Putin?"}""");
        var citations = (await ReadAsync(response)).GetProperty("citations").EnumerateArray().ToList();

        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var source = citation.GetProperty("source").GetString()!;
            var (start, end) = (citation.GetProperty("start").GetInt32(), citation.GetProperty("end").GetInt32());
            var article = JsonDocument
                .Parse(await host.Client.GetStringAsync($"/api/articles/{Uri.EscapeDataString(source)}", Stop))
                .RootElement;
            Assert.Equal(citation.GetProperty("quote").GetString(), article.GetProperty("text").GetString()![start..end]);
            Assert.Equal($"http://127.0.0.1:3978/articles/{source}#q{start}-{end}", citation.GetProperty("link").GetString());
        }
    }

    [Fact]
    public async Task Question_ThatTheArticlesDoNotAnswer_IsDeclinedWithTheNearestSources()
    {
        using var response = await PostAsync("""{"question":"Who won the Eurovision Song Contest?"}""");
        var answer = await ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("not_found", answer.GetProperty("outcome").GetString());
        Assert.Empty(answer.GetProperty("statements").EnumerateArray());
        Assert.Empty(answer.GetProperty("citations").EnumerateArray());
        Assert.NotEqual("", answer.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task Question_ThatIsEmpty_IsInvalid(string question)
    {
        using var response = await PostAsync(JsonSerializer.Serialize(new { question }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("invalid", (await ReadAsync(response)).GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData(2000, "not_found")]
    [InlineData(2001, "invalid")]
    [InlineData(20_000, "invalid")]
    public async Task Question_LongerThanTheLimit_IsInvalid(int length, string expected)
    {
        using var response = await PostAsync(JsonSerializer.Serialize(new { question = new string('ж', length) }));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, (await ReadAsync(response)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task AsOf_HidesWhatWasPublishedLater()
    {
        await using var dated = await TestHost.StartAsync([
            Some.ArticleLine("a.txt", "The bridge was opened by Anna Berg on Monday.", published: "2023-05-03"),
        ]);

        using var before = await dated.Client.PostAsync("/api/ask", Json("2023-05-02"), Stop);
        using var after = await dated.Client.PostAsync("/api/ask", Json("2023-05-03"), Stop);

        Assert.Equal("not_found", (await ReadAsync(before)).GetProperty("outcome").GetString());
        Assert.Equal("answered", (await ReadAsync(after)).GetProperty("outcome").GetString());

        static StringContent Json(string asOf) =>
            new($$"""{"question":"Who opened the bridge?","asOf":"{{asOf}}"}""", Encoding.UTF8, "application/json");
    }

    [Fact]
    public async Task Letters_OfEveryScript_AreNotEscaped()
    {
        using var response = await PostAsync("""{"question":"Où était Путин <b>?"}""");

        Assert.Contains("Où était Путин <b>?", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"question\":", 400)]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("\"where was Putin?\"", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"question":7}""", 400)]
    [InlineData("""{"question":null}""", 400)]
    [InlineData("""{"question":"\ud800"}""", 400)]
    [InlineData("""{"question":"x","\ud800nversation":"a"}""", 400)]
    [InlineData("""{"question":"x","conversation":7}""", 400)]
    [InlineData("""{"question":"x","asOf":"2023-02-30"}""", 400)]
    [InlineData("""{"question":"x","asOf":20230201}""", 400)]
    [InlineData("""{"question":"x","conversation":""}""", 400)]
    public async Task Body_ThatIsNoQuestion_IsAProblem(string body, int expected)
    {
        using var response = await PostAsync(body);

        await AssertProblem.IsAsync(response, expected);
    }

    [Fact]
    public async Task Body_WithInvalidUtf8_IsAProblem()
    {
        using var content = new ByteArrayContent([.. "{\"question\":\""u8, 0xFF, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await host.Client.PostAsync("/api/ask", content, Stop);

        await AssertProblem.IsAsync(response, 400);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData(null)]
    public async Task Body_OfATypeThatAFormCanSend_IsRefused(string? contentType)
    {
        using var content = new ByteArrayContent("""{"question":"where was Putin?"}"""u8.ToArray());
        content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);

        using var response = await host.Client.PostAsync("/api/ask", content, Stop);

        await AssertProblem.IsAsync(response, 415);
    }

    [Fact]
    public async Task Body_ThatIsTooLarge_IsRefused()
    {
        using var response = await PostAsync(JsonSerializer.Serialize(new { question = new string('x', 300_000) }));

        await AssertProblem.IsAsync(response, 413);
    }

    [Fact]
    public async Task Question_WithAConversation_IsAnswered()
    {
        using var response = await PostAsync("""{"question":"where was Putin?","conversation":"desk-7","more":[1]}""");

        Assert.Equal("answered", (await ReadAsync(response)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Conversation_OfTheApi_IsNotThatOfAChannel()
    {
        var newsroom = host.Services.GetRequiredService<INewsroom>();
        await newsroom.AskAsync(
            new QuestionRequest
            {
                Text = "Where was Putin?",
                Conversation = "teams:chat",
                Desk = null,
            },
            Stop
        );

        using var foreign = await PostAsync("""{"question":"And when?","conversation":"teams:chat"}""");
        var followUp = await newsroom.AskAsync(
            new QuestionRequest
            {
                Text = "And when?",
                Conversation = "teams:chat",
                Desk = null,
            },
            Stop
        );

        Assert.False((await ReadAsync(foreign)).TryGetProperty("understoodAs", out _));
        Assert.NotNull(followUp.UnderstoodAs);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task Question_AtTheEndsOfTheCalendar_IsAnswered(string day)
    {
        foreach (
            var when in (string[])["yesterday", "tomorrow", "last week", "next week", "last month", "next month", "last year", "next year"]
        )
        {
            using var response = await PostAsync(JsonSerializer.Serialize(new { question = $"What happened {when}?", asOf = day }));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Client.PostAsync("/api/ask", content, Stop);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement;
}
