using System.Text.Json;
using System.Xml.Linq;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Parsing.Formats;

/// <summary>
/// The samples of the IPTC and of feeds that lie beside the repository: each is read as it says itself, or refused with a reason.
/// </summary>
public sealed class SharedSampleTests
{
    private const string Formats = "fixtures/formats";

    [Fact]
    public async Task EverySample_IsReadOrRefusedWithAReason()
    {
        var read = 0;
        foreach (var path in Directory.EnumerateFiles(SharedFolder.Require(Formats), "*", SearchOption.AllDirectories))
        {
            var results = await ReadAsync(path);

            Assert.NotEmpty(results);
            Assert.All(
                results,
                result => Assert.True(result.Article is { Text.Length: > 0, Headline.Length: > 0 } != result.Rejection is { Length: > 0 })
            );
            Assert.All(
                results.Where(result => result.Rejection is not null),
                result =>
                    Assert.DoesNotContain(
                        result.Kind,
                        new[]
                        {
                            Archive.Parsing.Drafts.RejectionKind.None,
                            Archive.Parsing.Drafts.RejectionKind.Malformed,
                            Archive.Parsing.Drafts.RejectionKind.Encoding,
                        }
                    )
            );
            read += results.Count(result => result.Article is not null);
        }

        Assert.True(read > 1000);
    }

    [Fact]
    public async Task Ninjs_HasTheFieldsOfTheSample()
    {
        var compared = 0;
        foreach (
            var path in Directory.EnumerateFiles(SharedFolder.Require(Formats + "/ninjs/examples"), "*.json", SearchOption.AllDirectories)
        )
        {
            using var sample = JsonDocument.Parse(
                await File.ReadAllBytesAsync(path, Cancellation),
                new JsonDocumentOptions { AllowTrailingCommas = true }
            );
            if (sample.RootElement.ValueKind != JsonValueKind.Object || (await ReadAsync(path))[0].Article is not { } article)
                continue;

            compared++;
            string? Of(params string[] names) =>
                names
                    .Select(name =>
                        sample
                            .RootElement.EnumerateObject()
                            .FirstOrDefault(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                            .Value
                    )
                    .FirstOrDefault(value => value.ValueKind == JsonValueKind.String)
                    is { ValueKind: JsonValueKind.String } text
                    ? text.GetString()
                    : null;
            var headline =
                Of("headline")
                ?? (
                    sample.RootElement.TryGetProperty("headlines", out var headlines)
                        ? headlines[0].GetProperty("value").GetString()
                        : Of("title")
                );
            Assert.Equal(Words(headline!), Words(article.Headline));
            Assert.Equal(Of("uri"), article.ItemId);
            Assert.Equal(Of("version"), article.Version?.ToString((IFormatProvider?)null));
            Assert.Equal(
                Of("versioncreated", "contentcreated") is { } created ? DateTimeOffset.Parse(created, null) : null,
                article.Published
            );
            Assert.Equal(Of("language"), article.Language);
            Assert.Equal(ArticleState.Published, article.State);
            Assert.Null(article.EmbargoedUntil);
            var body =
                Of("body_text", "body_xhtml")
                ?? (sample.RootElement.TryGetProperty("bodies", out var bodies) ? bodies[0].GetProperty("value").GetString() : "");
            if (body!.Length > 0 && !body.Contains('<'))
                Assert.True(Words(article.Text).Intersect(Words(body)).Count() >= 0.9 * Words(article.Text).Distinct().Count(), path);
        }

        Assert.True(compared >= 20);
    }

    [Fact]
    public async Task NewsMlG2_HasTheFieldsOfTheSample()
    {
        var compared = 0;
        foreach (var path in Directory.EnumerateFiles(SharedFolder.Require(Formats + "/newsml_g2/examples"), "*.xml"))
        {
            if ((await ReadAsync(path))[0].Article is not { } article)
                continue;

            compared++;
            var sample = XDocument.Load(path).Root!;
            string? Of(string name) => sample.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
            Assert.Equal(sample.Attribute("guid")?.Value, article.ItemId);
            Assert.Equal(sample.Attribute("version")?.Value, article.Version?.ToString((IFormatProvider?)null));
            Assert.Equal(Of("versionCreated") is { } created ? DateTimeOffset.Parse(created.Trim(), null) : null, article.Published);
            if ((Of("headline") ?? Of("hl1")) is { } headline)
                Assert.Equal(Words(headline), Words(article.Headline));
            if (Of("body.content") is { } body)
                Assert.Equal(string.Concat(Words(body)), string.Concat(Words(article.Text)));
        }

        Assert.True(compared >= 6);
    }

    [Fact]
    public async Task NewsMl1_HasTheFieldsOfTheSample()
    {
        foreach (var path in Directory.EnumerateFiles(SharedFolder.Require(Formats + "/ninjs/examples/NewsML"), "*.xml"))
        {
            var article = Assert.Single(await ReadAsync(path)).Article!;

            var sample = XDocument.Load(path).Root!;
            Assert.Equal(Words(sample.Descendants("HeadLine").First().Value), Words(article.Headline));
            Assert.StartsWith(article.ItemId!, sample.Descendants("PublicIdentifier").First().Value, StringComparison.Ordinal);
            var body = sample
                .Descendants("ContentItem")
                .First(content => content.Parent!.Element("Role")?.Attribute("FormalName")?.Value == "Body");
            Assert.Equal(string.Concat(Words(body.Element("DataContent")!.Value)), string.Concat(Words(article.Text)));
        }
    }

    [Fact]
    public async Task Feeds_HaveAnArticleOrARefusalForEachEntry()
    {
        foreach (
            var path in Directory
                .EnumerateFiles(SharedFolder.Require(Formats + "/feeds"))
                .Where(path => Path.GetExtension(path) is ".rss" or ".atom")
        )
        {
            var results = await ReadAsync(path);
            if (results.Count == 1 && results[0].Kind == Archive.Parsing.Drafts.RejectionKind.UnknownKind)
                continue;

            var text = await File.ReadAllTextAsync(path, Cancellation);
            Assert.Equal(
                CountOf(text, "<item>") + CountOf(text, "<item ") + CountOf(text, "<entry>") + CountOf(text, "<entry "),
                results.Count
            );
            // The dates of RSS 0.92 are the channel's.
            if (!path.EndsWith("heraldsun.rss", StringComparison.Ordinal))
                Assert.All(results.Where(result => result.Article is not null), result => Assert.NotNull(result.Article!.Published));
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<List<ReadResult>> ReadAsync(string path)
    {
        var results = new List<ReadResult>();
        await foreach (var result in ArticleReader.ReadAsync(path, Path.GetFileName(path), Cancellation))
            results.Add(result);
        return results;
    }

    private static string[] Words(string text) => text.Split([' ', '\n', '\r', '\t', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;
}
