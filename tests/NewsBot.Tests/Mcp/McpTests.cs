using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using NewsBot.CommandLine;
using NewsBot.Newsroom.Audit;
using NewsBot.Settings;
using NewsBot.Tests.Access;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Mcp;

/// <summary>The client of the official SDK over both transports.</summary>
public sealed class McpTests
{
    private const string Key = "a-key-that-is-long-enough";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tools_OverHttp_AreListedAsReadOnlyWithSchemas()
    {
        await using var host = await StartAsync();
        await using var client = await ConnectAsync(host);
        var tools = await client.ListToolsAsync(cancellationToken: Stop);

        Assert.Equal(["ask", "digest", "get_article", "search_passages"], tools.Select(tool => tool.Name).Order(StringComparer.Ordinal));
        Assert.All(
            tools,
            tool =>
            {
                Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint);
                Assert.NotEmpty(tool.Description);
                Assert.Equal("object", tool.JsonSchema.GetProperty("type").GetString());
            }
        );
    }

    [Fact]
    public async Task Ask_OverHttp_CitesTheSourceFileInTextAndInJson()
    {
        await using var host = await StartAsync();
        await using var client = await ConnectAsync(host);
        var result = await CallAsync(client, "ask", new() { ["question"] = "where was Putin?" });
        var answer = result.StructuredContent!.Value;

        Assert.NotEqual(true, result.IsError);
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
        var citations = answer.GetProperty("citations").EnumerateArray().ToArray();
        Assert.NotEmpty(citations);
        Assert.All(
            citations,
            citation => Assert.Contains(citation.GetProperty("source").GetString()!, TextOf(result), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Ask_WhatTheArticlesDoNotSay_IsDeclinedAndNotAnError()
    {
        await using var host = await StartAsync();
        await using var client = await ConnectAsync(host);
        var result = await CallAsync(client, "ask", new() { ["question"] = "Where was Zelensky?" });

        Assert.NotEqual(true, result.IsError);
        Assert.Equal("not_found", result.StructuredContent!.Value.GetProperty("outcome").GetString());
        Assert.StartsWith("The articles do not answer this question.", TextOf(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", """{"question":"where was Putin?","asOf":"yesterday"}""", "YYYY-MM-DD")]
    [InlineData("ask", """{"question":""}""", "")]
    [InlineData("search_passages", """{"query":"drone","top":0}""", "1 to 50")]
    [InlineData("get_article", """{"source":"/etc/passwd"}""", "no article")]
    [InlineData("digest", """{"date":"2023-13-01"}""", "YYYY-MM-DD")]
    public async Task Call_WithWrongInput_IsAnErrorThatNamesTheRemedy(string tool, string arguments, string remedy)
    {
        await using var host = await StartAsync();
        await using var client = await ConnectAsync(host);
        var result = await CallAsync(client, tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)!);

        Assert.True(result.IsError);
        Assert.Contains(remedy, TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_ThatIsLong_ComesInPartsThatTogetherAreTheWhole()
    {
        var text = string.Join(' ', Enumerable.Range(0, 12_000).Select(number => $"Word{number} 🛰"));
        await using var host = await StartAsync([JsonSerializer.Serialize(new { source = "long.txt", text })]);
        await using var client = await ConnectAsync(host);
        var whole = new StringBuilder();
        for (string? next = "0"; next is not null; )
        {
            var result = await CallAsync(client, "get_article", new() { ["source"] = "long.txt", ["start"] = int.Parse(next) });
            whole.Append(result.StructuredContent!.Value.GetProperty("text").GetString());
            var words = TextOf(result);
            next = words.EndsWith(".]", StringComparison.Ordinal) ? words[(words.LastIndexOf('=') + 1)..^2] : null;
        }

        var archived = await host.Archive.Articles.FindAsync("long.txt", Stop);
        Assert.Equal(archived!.Article.Text, whole.ToString());
    }

    [Fact]
    public async Task SearchAndDigest_NameTheirSources()
    {
        await using var host = await StartAsync();
        await using var client = await ConnectAsync(host);
        var found = await CallAsync(client, "search_passages", new() { ["query"] = "drone", ["top"] = 2 });
        var digest = await CallAsync(client, "digest", new() { ["date"] = "2023-05-03" });

        Assert.Equal(2, found.StructuredContent!.Value.GetProperty("passages").GetArrayLength());
        Assert.Contains(".txt, 3 May 2023", TextOf(found), StringComparison.Ordinal);
        Assert.Contains(".txt, 3 May 2023", TextOf(digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_OverHttp_AreRecorded()
    {
        await using var host = await StartAsync();
        await using (var client = await ConnectAsync(host))
        {
            await CallAsync(client, "ask", new() { ["question"] = "where was Putin?" });
            await CallAsync(client, "search_passages", new() { ["query"] = "drone" });
            await CallAsync(client, "search_passages", new() { ["query"] = "drone", ["top"] = 0 });
            await CallAsync(client, "digest", new() { ["date"] = "2023-05-03" });
        }

        var entries = await AuditTests.EntriesAsync(host);
        Assert.Equal(
            [(AuditAction.Asked, null), (AuditAction.Searched, null), (AuditAction.DigestRead, "2023-05-03")],
            entries.Select(entry => (entry.Action, entry.Target))
        );
        Assert.All(entries, entry => Assert.Equal(("mcp", null), (entry.By.Channel, entry.Question)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic a-key-that-is-long-enough")]
    public async Task Request_WithoutTheKey_IsRefused(string? authorization)
    {
        await using var host = await StartAsync();
        foreach (var path in new[] { "/mcp", "/MCP", "/mcp/" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent("""{"jsonrpc":"2.0","id":1,"method":"tools/list"}""", Encoding.UTF8, "application/json"),
            };
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            using var response = await host.Client.SendAsync(request, Stop);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.DoesNotContain("search_passages", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Address_WithoutAKeyInTheSettings_WantsAKeyAllTheSame()
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.Client.PostAsync("/mcp", new StringContent("{}", Encoding.UTF8, "application/json"), Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Verb_OverStandardStreams_AnswersUntilTheInputEnds()
    {
        using var folder = new TemporaryFolder();
        var (toServer, toClient) = (new Pipe(), new Pipe());
        using var output = toClient.Writer.AsStream();
        using var input = toServer.Reader.AsStream();
        var context = VerbContext.OfProcess() with
        {
            Input = input,
            Output = output,
            Error = TextWriter.Null,
            WorkingDirectory = folder.Root,
            Environment = new Dictionary<string, string>
            {
                ["NEWSBOT__SeedsDirectory"] = RepositoryFolder.Seeds,
                ["NEWSBOT__Answers__ReadingModel"] = "false",
            },
        };
        var serving = NewsBotCommand.RunAsync(["mcp"], context, Stop);
        await using (
            var client = await McpClient.CreateAsync(
                new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()),
                cancellationToken: Stop
            )
        )
        {
            Assert.Equal("newsbot", client.ServerInfo?.Name);
            var result = await CallAsync(client, "ask", new() { ["question"] = "where was Putin?" });
            Assert.Contains("[1] ", TextOf(result), StringComparison.Ordinal);
        }

        await toServer.Writer.CompleteAsync();
        Assert.Equal(ExitCode.Done, await serving);
        var recorded = await CommandRun.InAsync(folder, "audit");
        Assert.EndsWith("command line (mcp), asked, answered", Assert.Single(recorded.Lines), StringComparison.Ordinal);
    }

    private static Task<TestHost> StartAsync(IReadOnlyList<string>? articles = null) =>
        TestHost.StartAsync(articles, settings => settings with { Mcp = new McpSettings(Key) });

    private static Task<McpClient> ConnectAsync(TestHost host) =>
        McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Endpoint = new Uri(host.Client.BaseAddress!, "/mcp"),
                    TransportMode = HttpTransportMode.StreamableHttp,
                    AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {Key}" },
                },
                host.Client
            ),
            cancellationToken: Stop
        );

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments) =>
        await client.CallToolAsync(tool, arguments, cancellationToken: Stop);

    private static string TextOf(CallToolResult result) => ((TextContentBlock)result.Content.Single()).Text;
}
