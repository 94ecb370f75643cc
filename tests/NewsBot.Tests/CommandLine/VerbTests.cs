using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class VerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ask_PrintsStatementsWithNumbers_ThenTheSourcesByNumber()
    {
        folder.Write(
            "seeds/mill.txt",
            "Mill burns down\n\nThe old mill in Ashford burned down on Monday night.\n\nNobody was hurt, the fire chief said."
        );

        var run = await CommandRun.InAsync(folder, "ask", "What burned down in Ashford?");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(
            "The old mill in Ashford burned down on Monday night. [1]\n\n[1] mill.txt\n",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\n    http://127.0.0.1:3978/articles/mill.txt#q", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_WithoutEvidence_SaysSo_AndIsDone()
    {
        var run = await CommandRun.InAsync(folder, "ask", "Who won the Eurovision Song Contest?");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("The articles do not answer this question.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("[1]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("where", "was", "Putin?")]
    [InlineData("where was Putin?")]
    public async Task Ask_WithJson_PrintsOneDocument_AndNothingElse(params string[] words)
    {
        var run = await CommandRun.InAsync(folder, ["ask", .. words, "--json"]);

        var answer = JsonDocument.Parse(Assert.Single(run.Lines)).RootElement;
        Assert.Equal("where was Putin?", answer.GetProperty("question").GetString());
        Assert.Equal("answered", answer.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("@breaking what happened?", 0)]
    [InlineData("", 2)]
    public async Task Ask_TakesAnyText_AsTheQuestion(string question, int exitCode)
    {
        var run = await CommandRun.InAsync(folder, "ask", question, "--json");

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(question, JsonDocument.Parse(run.Output).RootElement.GetProperty("question").GetString());
    }

    [Theory]
    [InlineData("hello", "reply", 0)]
    [InlineData("help", "reply", 0)]
    [InlineData("digest yesterday", "reply", 0)]
    [InlineData("sources drone", "sources", 0)]
    [InlineData("sources xylophone", "sources", 0)]
    [InlineData("Who won the Eurovision Song Contest?", "not_found", 0)]
    [InlineData(" ", "invalid", 2)]
    public async Task Ask_SaysWhatTheMessageCameTo_AndSucceedsUnlessItCannotBeAsked(string message, string outcome, int exitCode)
    {
        var run = await CommandRun.InAsync(folder, "ask", message, "--json");

        var answer = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((exitCode, outcome), (run.ExitCode, answer.GetProperty("outcome").GetString()));
        Assert.NotEqual("", answer.GetProperty("text").GetString());
        Assert.Empty(answer.GetProperty("statements").EnumerateArray());
        Assert.Equal(outcome == "sources", answer.TryGetProperty("passages", out _));
    }

    [Fact]
    public async Task Ask_ForSources_ListsThePassagesThatTheVerbLists()
    {
        var asked = await CommandRun.InAsync(folder, "ask", "sources drone", "--json");
        var listed = await CommandRun.InAsync(folder, "sources", "drone", "--json");
        var text = await CommandRun.InAsync(folder, "ask", "sources drone");
        var verb = await CommandRun.InAsync(folder, "sources", "drone");

        var passages = JsonDocument.Parse(asked.Output).RootElement.GetProperty("passages");
        Assert.Equal(JsonDocument.Parse(listed.Output).RootElement.GetProperty("passages").GetRawText(), passages.GetRawText());
        Assert.Equal(10, passages.GetArrayLength());
        Assert.Equal(verb.Output, text.Output);
    }

    [Fact]
    public async Task Ask_OfSeveralQuestions_NamesThoseThatTheArticlesDoNotAnswer()
    {
        var text = await CommandRun.InAsync(folder, "ask", "Where was Putin? How old is Peskov?");
        var json = await CommandRun.InAsync(folder, "ask", "Where was Putin? How old is Peskov?", "--json");

        Assert.StartsWith("Where was Putin?\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n\nThe articles do not answer: How old is Peskov?\n\n", text.Output, StringComparison.Ordinal);
        Assert.Equal(
            "How old is Peskov?",
            Assert.Single(JsonDocument.Parse(json.Output).RootElement.GetProperty("unanswered").EnumerateArray()).GetString()
        );
    }

    [Fact]
    public async Task Text_OfAnArticleWithControlCharacters_IsPrintedWithoutThem()
    {
        folder.Write(
            "seeds/a.jsonl",
            Some.ArticleLine(
                "a\u001b]0;x",
                "The \u001b[31mmayor\u001b[0m of Ashford\u0085 resigned on \u202eMonday\u202c.",
                "\u001b[2JMayor"
            )
        );

        var run = await CommandRun.InAsync(folder, "sources", "mayor Ashford");

        Assert.Contains("mayor", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Output, c => (char.IsControl(c) && c != '\n') || c is '\u202e');
    }

    [Fact]
    public async Task FirstRead_OfANewArchive_IngestsTheSeeds_AndSaysSoOnStandardError()
    {
        var first = await CommandRun.InAsync(folder, "sources", "Putin", "--top", "1");
        var second = await CommandRun.InAsync(folder, "sources", "Putin", "--top", "1");

        Assert.StartsWith("New archive in ", Assert.Single(first.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("", second.Error);
        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task Sources_PrintPassagesWithTheirFiles_BestFirst()
    {
        var text = await CommandRun.InAsync(folder, "sources", "Novo-Ogaryovo residence", "--top", "2");
        var json = await CommandRun.InAsync(folder, "sources", "Novo-Ogaryovo residence", "--top", "2", "--json");

        var passages = JsonDocument.Parse(json.Output).RootElement.GetProperty("passages").EnumerateArray().ToList();
        Assert.Equal(2, passages.Count);
        Assert.StartsWith("1. " + passages[0].GetProperty("source").GetString(), text.Output, StringComparison.Ordinal);
        Assert.Contains("\n2. " + passages[1].GetProperty("source").GetString(), text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_Explained_AddUpToTheirScores()
    {
        var json = await CommandRun.InAsync(folder, "sources", "Novo-Ogaryovo residence", "--top", "2", "--json", "--explain");
        var text = await CommandRun.InAsync(folder, "sources", "Novo-Ogaryovo residence", "--top", "2", "--explain");
        var plain = await CommandRun.InAsync(folder, "sources", "Novo-Ogaryovo residence", "--top", "2", "--json");

        var passages = JsonDocument.Parse(json.Output).RootElement.GetProperty("passages").EnumerateArray().ToList();
        Assert.Equal(2, passages.Count);
        foreach (var passage in passages)
        {
            var explanation = passage.GetProperty("explanation");
            var terms = explanation.GetProperty("terms").EnumerateArray().ToList();
            Assert.NotEmpty(terms);
            Assert.All(terms, term => Assert.InRange(term.GetProperty("score").GetDouble(), 0, term.GetProperty("bound").GetDouble()));
            // Every number is rounded to four places.
            Assert.Equal(
                passage.GetProperty("score").GetDouble(),
                terms.Sum(term => term.GetProperty("score").GetDouble())
                    + explanation.GetProperty("signs").EnumerateObject().Sum(sign => sign.Value.GetDouble()),
                0.0001 * (terms.Count + 8)
            );
        }

        Assert.Contains("article coverage", text.Output, StringComparison.Ordinal);
        Assert.Contains("ogaryovo", text.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("explanation", plain.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamagedIndex_IsMadeAnew_WithOneLine()
    {
        await CommandRun.InAsync(folder, "sources", "Putin");
        folder.Write("data/index/manifest", "This is no manifest.");

        var run = await CommandRun.InAsync(folder, "sources", "Putin");
        var next = await CommandRun.InAsync(folder, "sources", "Putin");

        Assert.Contains(Path.Combine("data", "index", "manifest"), Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("1. ", run.Output, StringComparison.Ordinal);
        Assert.Equal((run.Output, ""), (next.Output, next.Error));
    }

    [Fact]
    public async Task Check_OfADamagedState_NamesItsRepair_AndTheRepairKeepsTheFile()
    {
        folder.Write("data/state.db", new string('x', 5000));

        var check = await CommandRun.InAsync(folder, "check");
        var repair = await CommandRun.InAsync(folder, "check", "--repair");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("newsbot check --repair", check.Output, StringComparison.Ordinal);
        Assert.Equal((0, "0 articles, 0 passages, all is well\n"), (repair.ExitCode, repair.Output));
        Assert.True(File.Exists(folder["data/state.db.damaged"]));
        Assert.Equal(0, (await CommandRun.InAsync(folder, "check")).ExitCode);
    }

    [Fact]
    public async Task Check_OfANewArchive_FindsNothingWrong_AndIngestsNoSeeds()
    {
        var run = await CommandRun.InAsync(folder, "check");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("0 articles, 0 passages, all is well\n", run.Output);
    }

    [Fact]
    public async Task Archive_ThatIsNone_IsReportedInOneLine()
    {
        folder.Write("data/newsbot.litedb", new string('x', 5000));

        var run = await CommandRun.InAsync(folder, "ask", "where was Putin?");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("newsbot.litedb", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eval_ScoresTheQuestionsOfAFile()
    {
        folder.Write(
            "qa.jsonl",
            """
            {"id":"q1","question":"where was Putin?","must":[["Novo.?Og"]],"cite_any":["000_7fc79060c1c00942.txt","004_7ca0bda2351104e8.txt"]}
            {"id":"q2","question":"Who won the Eurovision Song Contest?","answerable":false}
            """
        );

        var text = await CommandRun.InAsync(folder, "eval", "qa.jsonl");
        var json = JsonDocument.Parse((await CommandRun.InAsync(folder, "eval", "qa.jsonl", "--json")).Output).RootElement;

        Assert.Equal(0, text.ExitCode);
        Assert.Equal("right          q1  where was Putin?", text.Lines[0]);
        Assert.Equal("declined       q2  Who won the Eurovision Song Contest?", text.Lines[1]);
        Assert.Equal("1 answerable: 1 right, 0 with another source, 0 wrong, 0 declined", text.Lines[2]);
        Assert.Equal(1, json.GetProperty("right").GetInt32());
        Assert.Equal(0, json.GetProperty("brokenCitations").GetInt32());
        Assert.Equal(
            ["right", "declined"],
            json.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("verdict").GetString())
        );
    }

    [Theory]
    [InlineData("eval", "nowhere.jsonl")]
    [InlineData("stories", "x.jsonl")]
    public async Task Verb_ThatCannotDoItsWork_SaysWhyInOneLine_AndFails(params string[] arguments)
    {
        var run = await CommandRun.InAsync(folder, arguments);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Single(run.ErrorLines);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("sources")]
    [InlineData("ingest")]
    [InlineData("watch")]
    [InlineData("watch", "nowhere")]
    [InlineData("watch", ".", ".")]
    [InlineData("eval")]
    [InlineData("nonsense")]
    [InlineData("ask", "x", "--nonsense")]
    [InlineData("sources", "--jsn", "x")]
    [InlineData("ingest", "--dry-run", "x")]
    [InlineData("sources", "x", "--top", "0")]
    [InlineData("sources", "x", "--top", "many")]
    [InlineData("digest", "--date", "yesterday")]
    [InlineData("stories")]
    [InlineData("timeline")]
    [InlineData("timeline", " ")]
    [InlineData("check", "--config", "nowhere.json")]
    [InlineData("check", "--data")]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("--urls", "http://127.0.0.1:3978/path")]
    public async Task WrongUsage_IsExplainedInOneLine_WithCode2(params string[] arguments)
    {
        var run = await CommandRun.InAsync(folder, arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Single(run.ErrorLines);
    }

    [Theory]
    [InlineData("", "newsbot ingest articles/")]
    [InlineData("serve", "--urls http://127.0.0.1:8080")]
    [InlineData("ask", "newsbot ask \"where was Putin?\"")]
    [InlineData("sources", "--top 3")]
    [InlineData("ingest", "newsbot ingest")]
    [InlineData("watch", "newsbot watch")]
    [InlineData("digest", "--date 2023-05-03")]
    [InlineData("batch", "\"ask\"")]
    [InlineData("stories", "newsbot stories")]
    [InlineData("eval", "newsbot eval")]
    [InlineData("check", "newsbot check")]
    [InlineData("kill", "newsbot kill")]
    [InlineData("restore", "newsbot restore")]
    [InlineData("history", "newsbot history")]
    public async Task Help_OfEveryVerb_ShowsAnExample(string verb, string example)
    {
        var run = await CommandRun.InAsync(folder, verb.Length == 0 ? ["--help"] : [verb, "--help"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Examples:", run.Output, StringComparison.Ordinal);
        Assert.Contains(example, run.Output, StringComparison.Ordinal);
        Assert.Contains("--data", run.Output, StringComparison.Ordinal);
    }
}
