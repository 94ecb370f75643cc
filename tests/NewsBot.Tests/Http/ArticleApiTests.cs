using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

public sealed class ArticleApiTests
{
    private const string Address = "https://www.cnn.com/2022/05/x.html?y=1&z=%20#top";
    private const string Nested = "desk/a b/100%.txt";

    private static readonly string[] Articles =
    [
        Some.ArticleLine(Address, "Ships left the harbour on Monday.", "Ships leave", "2022-05-03T10:00:00Z", "CNN", Address),
        Some.ArticleLine(Nested, "Prices rose by a tenth."),
        Some.ArticleLine("https://example.org/a//b/../c", "Nobody was hurt."),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Article_HasEveryFieldThatTheArchiveKnows()
    {
        await using var host = await TestHost.StartAsync(Articles);

        var article = JsonDocument
            .Parse(await host.Client.GetStringAsync("/api/articles/" + Uri.EscapeDataString(Address), Stop))
            .RootElement;

        Assert.Equal(
            ["source", "headline", "published", "text", "author", "outlet", "url", "section", "language", "state"],
            article.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(Address, article.GetProperty("source").GetString());
        Assert.Equal("Ships leave", article.GetProperty("headline").GetString());
        Assert.Equal("2022-05-03", article.GetProperty("published").GetString());
        Assert.Equal("Ships left the harbour on Monday.", article.GetProperty("text").GetString());
        Assert.Equal("CNN", article.GetProperty("outlet").GetString());
        Assert.Equal(JsonValueKind.Null, article.GetProperty("author").ValueKind);
    }

    [Theory]
    [InlineData("https%3A%2F%2Fwww.cnn.com%2F2022%2F05%2Fx.html%3Fy%3D1%26z%3D%2520%23top", Address)]
    [InlineData("https://www.cnn.com/2022/05/x.html%3Fy=1&z=%2520%23top", Address)]
    [InlineData("https://www.cnn.com/2022/05/x.html?y=1&z=%2520%23top", Address)]
    [InlineData("desk%2Fa%20b%2F100%25.txt", Nested)]
    [InlineData("desk/a%20b/100%25.txt", Nested)]
    [InlineData("https://example.org/a//b/../c", "https://example.org/a//b/../c")]
    [InlineData("https%3A%2F%2Fexample.org%2Fa%2F%2Fb%2F..%2Fc", "https://example.org/a//b/../c")]
    public async Task Source_IsReadFromTheRequestLine_EncodedOrNot(string path, string expected)
    {
        await using var host = await TestHost.ListenAsync(Articles);

        var api = await RequestAsync(host, "/api/articles/" + path);
        var page = await RequestAsync(host, "/articles/" + path);

        Assert.StartsWith("HTTP/1.1 200", api, StringComparison.Ordinal);
        Assert.Contains($"\"source\":\"{expected}\"", api, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.txt")]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("%ff")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    public async Task Source_ThatIsUnknown_IsAProblem(string path)
    {
        await using var host = await TestHost.ListenAsync(Articles);

        var response = await RequestAsync(host, "/api/articles/" + path);

        Assert.StartsWith("HTTP/1.1 404", response, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownArticle_AsAPage_IsAPageThatLeadsOn()
    {
        await using var host = await TestHost.StartAsync(Articles);

        using var response = await host.Client.GetAsync("/articles/nowhere.txt", Stop);
        var html = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Contains("no article with this source", html, StringComparison.Ordinal);
    }

    /// <summary>Sends a request line as it is: an HTTP client would tidy it up.</summary>
    private static async Task<string> RequestAsync(TestHost host, string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port, Stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), Stop);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Stop);
    }
}
