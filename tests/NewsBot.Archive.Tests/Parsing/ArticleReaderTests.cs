using System.Text;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Sniffing;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class ArticleReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.TEXT")]
    [InlineData("a.md")]
    [InlineData("article")]
    public async Task PlainText_IsOneArticle(string name)
    {
        var results = await ReadAsync(folder.Write(name, "Drones fell."));

        var result = Assert.Single(results);
        Assert.Equal("Drones fell.", result.Article?.Text);
        Assert.Equal("the/source", result.Article?.Source);
        Assert.Null(result.Line);
        Assert.Equal(12, result.Position);
    }

    [Fact]
    public async Task Lines_AreArticles_AndABadOneDoesNotStopThem()
    {
        var path = folder.Write("a.jsonl", "\uFEFF{\"source\":\"1\",\"text\":\"One.\"}\r\n\n{oops\n{\"source\":\"4\",\"text\":\"Four.\"}");

        var results = await ReadAsync(path);

        Assert.Equal([1, 3, 4], results.Select(result => result.Line));
        Assert.Equal(["1", null, "4"], results.Select(result => result.Article?.Source));
        Assert.Equal(new FileInfo(path).Length, results[^1].Position);
    }

    [Fact]
    public async Task Line_OfFiftyMegabytes_IsRejected_AndTheNextIsRead()
    {
        var path = folder["a.jsonl"];
        await using (var file = File.Create(path))
        {
            await file.WriteAsync("{\"source\":\"1\",\"text\":\"One.\"}\n{\"source\":\"2\",\"text\":\""u8.ToArray(), Cancellation);
            var block = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            for (var i = 0; i < 50; i++)
                await file.WriteAsync(block, Cancellation);
            await file.WriteAsync("\"}\n{\"source\":\"3\",\"text\":\"Three.\"}\n"u8.ToArray(), Cancellation);
        }

        var results = await ReadAsync(path);

        Assert.Equal(["1", null, "3"], results.Select(result => result.Article?.Source));
        Assert.Equal("is longer than the permitted 16 MB", results[1].Rejection);
        Assert.Equal([1, 2, 3], results.Select(result => result.Line));
    }

    [Theory]
    [InlineData(65536)]
    [InlineData(65537)]
    [InlineData(200_000)]
    public async Task Line_OverTheBuffer_IsReadWhole(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));

        var results = await ReadAsync(
            folder.Write("a.jsonl", $"{{\"source\":\"1\",\"text\":\"{text}\"}}\n{{\"source\":\"2\",\"text\":\"{text}\"}}\n")
        );

        Assert.Equal([text, text], results.Select(result => result.Article?.Text));
    }

    [Fact]
    public async Task PlainText_OverTheLimit_IsRejected()
    {
        var results = await ReadAsync(folder.Write("a.txt", new string('x', ArticleReader.MaxArticleBytes + 1)));

        Assert.Equal("is larger than the permitted 16 MB", Assert.Single(results).Rejection);
    }

    [Fact]
    public async Task UnknownKind_IsRejected_WithTheKindsThatAreRead()
    {
        var results = await ReadAsync(folder.Write("a.mp4", "x"));

        Assert.Equal($"is not a supported file type; supported are: {FileName.Known}", Assert.Single(results).Rejection);
    }

    [Fact]
    public async Task OtherContent_ThanTheNameSays_IsRejected()
    {
        var results = await ReadAsync(folder.Write("a.pdf", "x"));

        Assert.Equal("is named .pdf but contains something else; save or fetch it again", Assert.Single(results).Rejection);
    }

    [Fact]
    public async Task Lines_InUtf16_AreRejectedOnce()
    {
        var results = await ReadAsync(folder.Write("a.jsonl", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}\n{}\n{}\n")]));

        Assert.Equal("is in UTF-16; save it as UTF-8", Assert.Single(results).Rejection);
    }

    [Fact]
    public async Task MissingFile_IsUnreadable()
    {
        var result = Assert.Single(await ReadAsync(folder["gone.txt"]));

        Assert.True(result.IsUnreadable);
        Assert.Equal("does not exist (any more)", result.Rejection);
    }

    [Fact]
    public async Task FileThatLinksToItself_IsUnreadable()
    {
        File.CreateSymbolicLink(folder["loop.txt"], "loop.txt");

        Assert.True(Assert.Single(await ReadAsync(folder["loop.txt"])).IsUnreadable);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<List<ReadResult>> ReadAsync(string path)
    {
        var results = new List<ReadResult>();
        await foreach (var result in ArticleReader.ReadAsync(path, "the/source", Cancellation))
            results.Add(result);
        return results;
    }
}
