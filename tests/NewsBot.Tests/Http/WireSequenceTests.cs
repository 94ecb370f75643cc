using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Batch;
using NewsBot.Http;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Tests;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Wires;

namespace NewsBot.Tests.Http;

/// <summary>The invented sequences of a wire, sent as JSON lines, over the API, the pages and <c>batch</c>.</summary>
public sealed class WireSequenceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Numbers => [.. WireSequence.Numbers];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Sequence_ShowsTheVersionThatCounts_AfterEachStep(int number)
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTime();
        var sequence = new WireSequence(number, time.GetUtcNow());
        await using var archive = await TestArchive.OfAsync(
            time,
            null,
            Some.Article("other.txt", "A library opened in Leeds on Monday. It has a garden.")
        );
        var settings = SettingsLoader
            .Load(folder.Root, null, new Dictionary<string, string>(), new Dictionary<string, string?>())
            .Settings!;
        var builder = WebHost.CreateBuilder(settings with { Answers = settings.Answers with { ReadingModel = false } }, archive.Archive);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IStartupFilter>(new TestPeer());
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        await using var app = WebHost.Build(builder);
        await app.StartAsync(Cancellation);
        using var client = app.GetTestClient();
        var batch = new BatchRun(
            app.Services.GetRequiredService<INewsroom>(),
            ReaderRights.WithoutDesk,
            new AuditActor(AuditActor.CommandLine, null),
            TextWriter.Null
        );
        var (day, topic) = (
            sequence.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Uri.EscapeDataString($"bridge collapse {sequence.Town}")
        );

        var run = new WireRun(sequence, archive.Archive, time, time.Advance)
        {
            PutAsync = async article =>
                Assert.Equal(
                    0,
                    (
                        await archive.Archive.IngestAsync([folder.Write("wire.jsonl", WireSequence.LineOf(article))], null, Cancellation)
                    ).Rejected
                ),
            Looks =
            [
                new WireLook("the answer of the API", AskAsync),
                new WireLook("the answer of batch", () => BatchAsync(new { ask = sequence.Question })),
                new WireLook("the search of batch", () => BatchAsync(new { search = sequence.Town })),
                new WireLook("the sources of the API", () => GetAsync($"/api/sources?q={sequence.Town}")),
                new WireLook("the timeline of the API", () => GetAsync($"/api/timeline?topic={topic}")),
                new WireLook("the digest of the API", () => GetAsync($"/api/digest?date={day}")),
                new WireLook("the page of an answer", () => GetAsync($"/?q={Uri.EscapeDataString(sequence.Question)}")),
                new WireLook("the page of sources", () => GetAsync($"/sources?q={sequence.Town}")),
                new WireLook("the page of a timeline", () => GetAsync($"/timeline?topic={topic}")),
                new WireLook("the page of a digest", () => GetAsync($"/digest?date={day}")),
            ],
            HasPageAsync = async source =>
            {
                using var json = await client.GetAsync(new Uri($"/api/articles/{source}", UriKind.Relative), Cancellation);
                using var page = await client.GetAsync(new Uri($"/articles/{source}", UriKind.Relative), Cancellation);
                Assert.Equal(json.StatusCode, page.StatusCode);
                return json.IsSuccessStatusCode;
            },
        };

        await run.RunAsync(Cancellation);

        async Task<string> AskAsync()
        {
            using var response = await client.PostAsJsonAsync("/api/ask", new { question = sequence.Question }, Cancellation);
            return WireRun.WordsOf(await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
        }

        async Task<string> GetAsync(string path)
        {
            var text = await client.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
            return text.StartsWith('{') ? WireRun.WordsOf(JsonSerializer.Deserialize<JsonElement>(text)) : text;
        }

        async Task<string> BatchAsync(object line)
        {
            using var output = new MemoryStream();
            using var input = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(line));
            await batch.RunAsync(input, output, Cancellation);
            return WireRun.WordsOf(JsonSerializer.Deserialize<JsonElement>(output.ToArray()));
        }
    }
}
