using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using NewsBot.Requests;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.Wire;

namespace NewsBot.Tests.Http;

/// <summary>Articles of megabytes are written in parts, and say the same.</summary>
public sealed partial class LongArticleTests
{
    // Pairs of surrogates at odd places, so that some part would end within one.
    private static readonly string Text = string.Concat(
        Enumerable
            .Range(0, 40_000)
            .Select(i => $"Line {i} of “it” <b> & 📚{(i % 7 == 0 ? "x" : "")} ends here.{(i % 50 == 49 ? "\n\n" : " ")}")
    );

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Article_OfMegabytes_IsWhole_InTheApiAndOnThePage()
    {
        await using var host = await TestHost.StartAsync([Some.ArticleLine("long.txt", Text)]);

        var json = JsonDocument.Parse(await host.Client.GetStreamAsync("/api/articles/long.txt", Stop)).RootElement;
        var page = await host.Client.GetStringAsync("/articles/long.txt", Stop);

        var text = json.GetProperty("text").GetString()!;
        Assert.True(text.Length > 1_500_000);
        Assert.Equal(Text.Trim(), text.Trim());
        Assert.Equal("source", json.EnumerateObject().First().Name);
        var shown = page[page.IndexOf("<div id=\"text\"", StringComparison.Ordinal)..page.IndexOf("</article>", StringComparison.Ordinal)];
        Assert.Equal(Letters(text), Letters(WebUtility.HtmlDecode(Tag().Replace(shown, ""))));
    }

    [Fact]
    public async Task Text_IsFlushedInParts()
    {
        var body = new CountingStream();
        var context = new DefaultHttpContext { Response = { Body = body } };

        await JsonResponse.WriteInPartsAsync(context, new ProblemJson("t", "", 1, "d", "i"), NewsBotJson.Wire.ProblemJson, "title", Text);

        var title = JsonDocument.Parse(body.ToArray()).RootElement.GetProperty("title").GetString();
        Assert.Equal(Text, title);
        Assert.True(body.Largest < 256 * 1024, $"{body.Largest} bytes were written at once.");
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    /// <summary>Keeps what is written, and the most bytes between two flushes.</summary>
    private sealed class CountingStream : MemoryStream
    {
        private int pending;

        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            pending += buffer.Length;
            Largest = Math.Max(Largest, pending);
            return base.WriteAsync(buffer, cancellationToken);
        }

        public override void Flush() => pending = 0;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            pending = 0;
            return Task.CompletedTask;
        }
    }
}
