using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Batch;

public sealed class BatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task DamagedMemoryOfConversations_IsMadeAnew_WithAWarningThatNamesTheFile()
    {
        using var folder = new TemporaryFolder();
        folder.Write("data/state.db", string.Concat(Enumerable.Repeat("not a database ", 1000)));
        using var lines = new MemoryStream("""{"id":1,"ask":"hello","conversation":"a"}"""u8.ToArray());

        var run = await CommandRun.InAsync(folder, lines, "batch");

        Assert.Equal(0, run.ExitCode);
        Assert.Single(run.Lines);
        Assert.Single(run.ErrorLines, line => line.Contains("state.db is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Question_GetsAnAnswerWithItsId()
    {
        var line = Assert.Single(await RunAsync("""{"id":"a","ask":"where was Putin?"}"""));

        Assert.Equal(["id", "answer"], Names(line));
        Assert.Equal("answered", line.GetProperty("answer").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Search_GetsAtMostTopPassages()
    {
        var line = Assert.Single(await RunAsync("""{"id":1,"search":"drone Kremlin","top":2}"""));

        Assert.Equal(["id", "passages"], Names(line));
        Assert.Equal(2, line.GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public async Task AsOf_HidesWhatWasPublishedLater()
    {
        folder.Write(
            "seeds/articles.jsonl",
            string.Join(
                '\n',
                Some.ArticleLine("old.txt", "The bridge opened in spring.", published: "2020-01-01"),
                Some.ArticleLine("new.txt", "The bridge closed in autumn.", published: "2021-01-01")
            )
        );

        var lines = await RunAsync(
            """
            {"search":"bridge","asOf":"2020-06-01"}
            {"search":"bridge","asOf":"2021-06-01"}
            """
        );

        Assert.Equal(
            ["old.txt"],
            lines[0].GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("source").GetString())
        );
        Assert.Equal(2, lines[1].GetProperty("passages").GetArrayLength());
    }

    [Fact]
    public async Task AsOf_PutsTheNearerArticleFirst()
    {
        folder.Write(
            "seeds/articles.jsonl",
            string.Join(
                '\n',
                Some.ArticleLine("a.txt", "The bridge is closed to traffic.", published: "2020-01-01"),
                Some.ArticleLine("b.txt", "The bridge is closed to traffic.", published: "2021-01-01")
            )
        );

        var lines = await RunAsync(
            """
            {"search":"bridge closed"}
            {"search":"bridge closed","asOf":"2021-01-03"}
            """
        );

        Assert.Equal(["a.txt", "b.txt"], Sources(lines[0]));
        Assert.Equal(["b.txt", "a.txt"], Sources(lines[1]));

        static IEnumerable<string?> Sources(JsonElement line) =>
            line.GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("source").GetString());
    }

    [Fact]
    public async Task AsOf_OfAQuestion_AnswersFromWhatWasPublishedByThen()
    {
        folder.Write(
            "seeds/articles.jsonl",
            string.Join(
                '\n',
                Some.ArticleLine("old.txt", "The bridge was opened by Anna Berg on Monday.", published: "2020-01-01"),
                Some.ArticleLine("new.txt", "The bridge was opened by Carl Dahl on Friday.", published: "2021-01-01")
            )
        );

        var line = Assert.Single(await RunAsync("""{"ask":"Who opened the bridge?","asOf":"2020-06-01"}"""));

        Assert.Equal(
            ["old.txt"],
            line.GetProperty("answer")
                .GetProperty("citations")
                .EnumerateArray()
                .Select(citation => citation.GetProperty("source").GetString())
        );
    }

    [Fact]
    public async Task Lines_AreAnsweredInOrder_WhateverTheyHold()
    {
        var lines = await RunAsync(
            string.Join(
                '\n',
                Enumerable
                    .Range(0, 60)
                    .Select(i =>
                        (i % 3) switch
                        {
                            0 => $$"""{"id":{{i}},"ask":"where was Putin?"}""",
                            1 => $$"""{"id":{{i}},"search":"drone"}""",
                            _ => $$"""{"id":{{i}}}""",
                        }
                    )
            )
        );

        Assert.Equal(Enumerable.Range(0, 60), lines.Select(line => line.GetProperty("id").GetInt32()));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("12345678901234567890123")]
    [InlineData("1.50")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1,{\"a\":\"ж\"}]")]
    [InlineData("{\"deep\":{\"er\":[]}}")]
    [InlineData("\"\\ud800\"")]
    public async Task Id_OfAnyType_ComesBackAsItWas(string id)
    {
        var output = await RunRawAsync(Encoding.UTF8.GetBytes($$"""{"search":"x","id":{{id}}}"""));

        Assert.Equal($$"""{"id":{{id}},"passages":[]}""" + "\n", output);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("\"ask\"")]
    [InlineData("{\"ask\":\"x\",\"\\ud800\":1}")]
    public async Task Line_ThatCannotBeRead_GivesAnErrorWithoutId(string line) =>
        Assert.Equal(["error"], Names(Assert.Single(await RunAsync(line))));

    [Fact]
    public async Task Statement_IsJudgedByItsPassage()
    {
        var lines = await RunAsync(
            """{"id":1,"ground":{"passage":"Two drones were disabled over the Kremlin.","statement":"Two drones were disabled over the Kremlin."}}"""
                + "\n"
                + """{"id":2,"ground":{"passage":"Two drones were disabled over the Kremlin.","statement":"Three drones were disabled over the Kremlin."}}"""
        );

        Assert.Equal(["id", "supported", "score", "reasons"], Names(lines[0]));
        Assert.True(lines[0].GetProperty("supported").GetBoolean());
        Assert.Equal(0, lines[0].GetProperty("reasons").GetArrayLength());
        Assert.False(lines[1].GetProperty("supported").GetBoolean());
        Assert.Equal("number: three", lines[1].GetProperty("reasons")[0].GetString());
    }

    public static TheoryData<string> LongStatement =>
        ["{\"id\":7,\"ground\":{\"passage\":\"a\",\"statement\":\"" + new string('x', 2001) + "\"}}"];

    [Theory]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":7,"ask":"x","search":"y"}""")]
    [InlineData("""{"id":7,"ask":null}""")]
    [InlineData("""{"id":7,"ask":["x"]}""")]
    [InlineData("""{"id":7,"ask":"\udc00"}""")]
    [InlineData("""{"id":7,"search":"x","top":0}""")]
    [InlineData("""{"id":7,"search":"x","top":"3"}""")]
    [InlineData("""{"id":7,"search":"x","top":2.5}""")]
    [InlineData("""{"id":7,"ask":"x","asOf":"yesterday"}""")]
    [InlineData("""{"id":7,"ask":"x","asOf":"2023-02-30"}""")]
    [InlineData("""{"id":7,"ask":"x","asOf":20230201}""")]
    [InlineData("""{"id":7,"ask":"x","conversation":3}""")]
    [InlineData("""{"id":7,"ground":{"passage":"a"}}""")]
    [MemberData(nameof(LongStatement))]
    public async Task Line_ThatCannotBeCarriedOut_GivesAnErrorWithItsId_AndTheRunGoesOn(string line)
    {
        var lines = await RunAsync(line + "\n" + """{"id":8,"search":"drone"}""");

        Assert.Equal(["id", "error"], Names(lines[0]));
        Assert.Equal(7, lines[0].GetProperty("id").GetInt32());
        Assert.Equal(["id", "passages"], Names(lines[1]));
    }

    [Fact]
    public async Task EmptyLines_CarriageReturnsAndAByteOrderMark_AreNoLines()
    {
        var lines = await RunAsync("\uFEFF{\"id\":1,\"search\":\"drone\"}\r\n\r\n  \n\t\n{\"id\":2,\"search\":\"drone\"}\r\n");

        Assert.Equal([1, 2], lines.Select(line => line.GetProperty("id").GetInt32()));
        Assert.All(lines, line => Assert.Equal(["id", "passages"], Names(line)));
    }

    [Fact]
    public async Task Line_WithInvalidUtf8_GivesAnError()
    {
        var output = await RunRawAsync([.. "{\"id\":1,\"ask\":\""u8, 0xC3, 0x28, .. "\"}\n{\"id\":2,\"search\":\"x\"}"u8]);

        Assert.Equal("{\"error\":\"The line is not valid UTF-8.\"}\n{\"id\":2,\"passages\":[]}\n", output);
    }

    [Fact]
    public async Task Line_OfTenMegabytes_IsRefused_AndTheRunGoesOn()
    {
        var line = "{\"id\":1,\"ask\":\"" + new string('x', 10 * 1024 * 1024) + "\"}\n{\"id\":2,\"search\":\"x\"}\n";

        var output = await RunRawAsync(Encoding.UTF8.GetBytes(line));

        Assert.Equal("{\"error\":\"The line is longer than 1024 KB.\"}\n{\"id\":2,\"passages\":[]}\n", output);
    }

    [Fact]
    public async Task Output_OfALine_IsThereBeforeTheNextIsRead()
    {
        var input = new Pipe();
        var output = new Pipe();
        var context = new NewsBot.CommandLine.VerbContext
        {
            Input = input.Reader.AsStream(),
            Output = output.Writer.AsStream(),
            Error = TextWriter.Null,
            IsErrorTerminal = false,
            IsOutputTerminal = false,
            WorkingDirectory = folder.Root,
            Environment = new Dictionary<string, string>(),
        };
        var run = NewsBot.CommandLine.NewsBotCommand.RunAsync(["batch"], context, TestContext.Current.CancellationToken);
        using var answers = new StreamReader(output.Reader.AsStream());

        await input.Writer.WriteAsync("{\"id\":1,\"search\":\"x\"}\n"u8.ToArray(), TestContext.Current.CancellationToken);
        var first = await answers.ReadLineAsync(TestContext.Current.CancellationToken);
        await input.Writer.WriteAsync("{\"id\":2,\"search\":\"x\"}"u8.ToArray(), TestContext.Current.CancellationToken);
        await input.Writer.CompleteAsync();
        var second = await answers.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.Equal("{\"id\":1,\"passages\":[]}", first);
        Assert.Equal("{\"id\":2,\"passages\":[]}", second);
        Assert.Equal(0, await run);
    }

    private static IEnumerable<string> Names(JsonElement line) => line.EnumerateObject().Select(property => property.Name);

    private async Task<IReadOnlyList<JsonElement>> RunAsync(string input) =>
        [
            .. (await RunRawAsync(Encoding.UTF8.GetBytes(input)))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

    private async Task<string> RunRawAsync(byte[] input)
    {
        using var stream = new MemoryStream(input);
        var run = await CommandRun.InAsync(folder, stream, "batch");
        Assert.Equal(0, run.ExitCode);
        return run.Output;
    }
}
