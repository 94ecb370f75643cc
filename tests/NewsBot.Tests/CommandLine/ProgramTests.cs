using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using NewsBot.Archive.LiteDb;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

/// <summary>What only a process of its own shows.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ask_FromAnyFolder_AnswersFromTheSeedsThatComeWithTheProgram()
    {
        var run = await BuiltProgram.RunAsync(folder.Root, "ask", "where was Putin?", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("answered", JsonDocument.Parse(Assert.Single(run.Lines)).RootElement.GetProperty("outcome").GetString());
        Assert.True(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Output_OfLettersOfEveryScript_IsUtf8WithoutAByteOrderMark()
    {
        folder.Write("seeds/a.txt", "Путин был в Москве, said the 東京 bureau.");

        var run = await BuiltProgram.RunAsync(folder.Root, "sources", "東京 bureau", "--json");

        Assert.StartsWith(
            "{\"passages\":[{\"source\":\"a.txt\",\"headline\":\"Путин был в Москве, said the 東京 bureau.\"",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WrongUsage_AndWrongSettings_EndWithCode2()
    {
        var usage = await BuiltProgram.RunAsync(folder.Root, "sources", "x", "--top", "none");
        folder.Write("data", "a file in the folder's place");
        var settings = await BuiltProgram.RunAsync(folder.Root, "sources", "x");

        Assert.Equal((2, ""), (usage.ExitCode, usage.Output));
        Assert.Equal((2, ""), (settings.ExitCode, settings.Output));
        Assert.StartsWith("Setting DataDirectory is ", Assert.Single(settings.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_ThatIsInterruptedWhileItWaits_StopsCleanly()
    {
        await using var program = BuiltProgram.Start(folder.Root, "batch");
        await program.Input.WriteAsync("{\"id\":1,\"search\":\"drone\"}\n");
        await program.Input.FlushAsync(Stop);
        var answer = await program.Output.ReadLineAsync(Stop);

        program.Interrupt();
        var run = await program.EndAsync();

        Assert.StartsWith("{\"id\":1,\"passages\":[{", answer, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Stopped.", run.ErrorLines[^1]);
    }

    [Fact]
    public async Task Ingest_ThatIsInterrupted_KeepsWhatItReported_AndGoesOnWhenRunAgain()
    {
        const int files = 4000;
        for (var i = 0; i < files; i++)
            folder.Write($"in/{i:0000}.txt", $"Article number {i} tells of harbour {i} and ship {i}.");
        await using var program = BuiltProgram.Start(folder.Root, "ingest", "in");
        var reported = new List<string> { (await program.Output.ReadLineAsync(Stop))! };

        program.Interrupt();
        var run = await program.EndAsync();
        reported.AddRange(run.Lines.Where(line => line.StartsWith("added", StringComparison.Ordinal)));

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Stopped. ", run.ErrorLines[^1], StringComparison.Ordinal);
        Assert.InRange(reported.Count, 1, files - 1);
        await using (var store = await LiteDbArticleStore.OpenAsync(folder["data/newsbot.litedb"], Stop))
        {
            foreach (var line in reported)
                Assert.NotNull(await store.FindAsync(Path.GetFileName(line[11..]), Stop));
        }

        var again = await BuiltProgram.RunAsync(folder.Root, "ingest", "in");
        var check = await BuiltProgram.RunAsync(folder.Root, "check");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal($"{files} articles, {files} passages, all is well\n", check.Output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Serve_ServesPagesWithTheirStyle_FromAnyFolder_AndStopsWhenTold(bool interrupt)
    {
        await using var program = BuiltProgram.Start(folder.Root, "--urls", "http://127.0.0.1:0");
        var address = await ListeningAsync(program);
        using var client = new HttpClient { BaseAddress = address };

        var page = await client.GetStringAsync("/?q=where+was+Putin%3F", Stop);
        var style = page.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        using var response = await client.GetAsync(style, Stop);
        using var body = new StringContent("""{"question":"where was Putin?"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/ask", body, Stop);

        Assert.Contains("Novo-O", page, StringComparison.Ordinal);
        Assert.Equal("text/css; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl?.MaxAge);
        Assert.Contains($"\"link\":\"{address}articles/", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        if (interrupt)
            program.Interrupt();
        else
            program.Terminate();
        var run = await program.EndAsync();
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task Serve_OnAPortInUse_SaysSoInOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await BuiltProgram.RunAsync(folder.Root, "sources", "x");

        var run = await BuiltProgram.RunAsync(folder.Root, "serve", "--urls", url);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal($"{url} is in use by another program: stop it, or choose another address with --urls.", Assert.Single(run.ErrorLines));
    }

    private static async Task<Uri> ListeningAsync(BuiltProgram program)
    {
        while (await program.Error.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("NewsBot listens on ", StringComparison.Ordinal))
                return new Uri(line.Split(' ')[3]);
        }

        throw new InvalidOperationException("The host did not start.");
    }
}
