using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Answers;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;
using Outcome = NewsBot.Newsroom.Answers.Outcome;

namespace NewsBot.Discord.Tests.Rendering;

public sealed class PagesTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Words =
    [
        "The ",
        "minister ",
        "said",
        ". ",
        "\"No",
        "\" ",
        "<@1>",
        "**",
        "||",
        "\n\n",
        "https://x.test/",
        "😀😀",
        "Überraschung ",
        new string('x', 1500),
        new string('*', 700),
        "A sentence of some length that says something. ",
    ];

    private static Arbitrary<string> Texts => Gen.Elements(Words).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Answer_OfAnyTexts_KeepsToEveryLimit()
    {
        Prop.ForAll(
                Texts,
                Texts,
                Texts,
                (question, quote, headline) =>
                {
                    var quotes = new[] { quote + "x", "Short. " + quote, quote + quote + "y" };
                    var answer = ScriptedNewsroom.Answer(question, [.. quotes.Select(text => (text, headline + "h"))]);

                    AssertValid(Render(answer), quotes: 3);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Article_OfAnyText_KeepsToEveryLimit_AndLosesNoWord()
    {
        Prop.ForAll(
                Texts,
                Texts,
                (text, headline) =>
                {
                    var pages = ArticlePages.Render(Some.Article("a (1).txt", text, headline), "http://newsbot.test/a");

                    AssertValid(pages, quotes: 0);
                    var shown = string.Concat(pages.Select(page => page.Description)).Split("](<http://newsbot.test/a>)")[1];
                    Assert.Equal(Letters(DiscordMarkdown.Escape(text)), Letters(shown));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Decline_ShowsNearestSources_AsNotAnswering()
    {
        var page = Assert.Single(Render(ScriptedNewsroom.Answer("why?")));

        Assert.Equal(
            "The articles do not answer this question.\n\nThe nearest sources, which do not answer the question:",
            page.Description
        );
        var nearest = Assert.Single(page.Fields!);
        Assert.Equal("1. Drones over the Kremlin", nearest.Name);
        Assert.Equal(
            "The Example Times · 3 May 2023 · `kremlin.txt` · [Open the article](<http://newsbot.test/articles/kremlin.txt>)",
            nearest.Value
        );
        Assert.Null(page.Footer);
    }

    [Fact]
    public void Answer_ShowsNumbersDatesAndLinks_AndTheQuotesThatItsStatementsAreNot()
    {
        var answer = ScriptedNewsroom.Answer("why?", ("Drones were aimed at the *Kremlin*.", "Drones"), ("Two drones flew there.", "More"));

        var page = Assert.Single(Render(answer with { Statements = [answer.Statements[0] with { Citations = [1, 2] }] }));

        Assert.Equal("Drones were aimed at the \\*Kremlin\\*. [1][2]", page.Description);
        Assert.Equal(["[1] Drones", "[2] More"], page.Fields!.Select(field => field.Name));
        Assert.Equal(
            [SourceOn("3 May 2023"), $"> Two drones flew there.\n{SourceOn("3 May 2023")}"],
            page.Fields!.Select(field => field.Value)
        );
        Assert.Equal("Word for word from one article, as of 3 May 2023", page.Footer!.Text);
    }

    [Fact]
    public void Statement_CarriesItsDay_WhereTheAnswerSpansSeveral()
    {
        var answer = ScriptedNewsroom.Answer("why?", ("Drones came.", "a"), ("More came.", "b"), ("Some fell.", "c"));
        var (first, second, third) = (answer.Citations[0], answer.Citations[1], answer.Citations[2]);

        second = second with { Published = new DateOnly(2023, 5, 4) };
        third = third with { Published = null };

        var page = Render(answer with { Citations = [first, second, third] })[0];

        Assert.Equal("Drones came. [1] (3 May 2023)\n\nMore came. [2] (4 May 2023)\n\nSome fell. [3]", page.Description);
    }

    [Theory]
    [InlineData("it`s.txt", "it\\`s.txt")]
    [InlineData("a_b*c.txt", "`a_b*c.txt`")]
    public void Source_IsSetApart_WithoutBecomingMarkup(string source, string expected)
    {
        var answer = ScriptedNewsroom.Answer("why?", ("Drones came.", "a"));

        var page = Render(answer with { Citations = [answer.Citations[0] with { Source = source, Outlet = "A **bold** paper" }] })[0];

        Assert.StartsWith($"A \\*\\*bold\\*\\* paper · 3 May 2023 · {expected} · [", page.Fields![0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void FollowUp_IsShownAsItWasUnderstood_AndWhatIsNotAnsweredIsSaid()
    {
        var answer = ScriptedNewsroom.Answer("and where? and why?", ("In the *Kremlin*.", "Drones")) with
        {
            UnderstoodAs = "where were the drones? and why?",
            Questions = [new MessageQuestion("where were the drones?", [0]), new MessageQuestion("and *why*?", [])],
            Unanswered = ["and *why*?"],
        };

        var page = Render(answer)[0];

        string[] expected =
        [
            "*Understood as: where were the drones? and why?*",
            "**where were the drones?**",
            "In the \\*Kremlin\\*. [1]",
            "The articles do not answer: “and \\*why\\*?”",
        ];
        Assert.Equal(string.Join("\n\n", expected), page.Description);
    }

    [Fact]
    public void Statements_TooLongForOnePage_LeaveRoomForEachOther_AndForWhatElseIsSaid()
    {
        var long1 = string.Join(' ', Enumerable.Repeat("A sentence that says something.", 100));
        var answer = ScriptedNewsroom.Answer("why?", (long1, "a"), (long1, "b"), (long1, "c"));
        var questions = Enumerable
            .Range(0, 3)
            .Select(number => new MessageQuestion($"question {number}? {new string('y', 400)}", [number]));

        var pages = Render(
            answer with
            {
                UnderstoodAs = new string('u', 400),
                Questions = [.. questions, new MessageQuestion("last?", [])],
            }
        );

        AssertValid(pages, quotes: 3);
        Assert.All(
            ["question 0?", "question 1?", "question 2?", "[3]", "“last?”"],
            part => Assert.Contains(part, pages[0].Description, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ListOfSources_ThatWasAskedForInWords_ShowsThePassages()
    {
        var article = Some.Article("kremlin.txt", "Drones were aimed at the *Kremlin*.", "Drones");
        var archived = new ArchivedArticle(1, article, ArticleSplitter.Split(article.Text));
        var answer = ScriptedNewsroom.Answer("sources drone") with
        {
            Outcome = Outcome.Sources,
            Nearest = [],
            Passages = [new RetrievedPassage(archived, archived.Passages[0], 1)],
        };

        var page = Assert.Single(Render(answer));

        Assert.Equal("One passage", page.Description);
        Assert.Equal(
            "> Drones were aimed at the \\*Kremlin\\*.\nno date · `kremlin.txt` · [Read it in the article](<http://newsbot.test/listed>)",
            Assert.Single(page.Fields!).Value
        );
    }

    [Fact]
    public void Reply_ThatOffersNothing_SaysWhatTheNewsroomSays()
    {
        var answer = ScriptedNewsroom.Answer("🙂") with
        {
            Outcome = Outcome.Reply,
            Nearest = [],
            Text = "That has no *words* to look for.",
        };

        Assert.Equal("That has no \\*words\\* to look for.", Render(answer)[0].Description);
    }

    [Fact]
    public void Disagreement_StandsSideBySide_EachWithItsDateAndSource_AndIsSaidOnce()
    {
        var answer = ScriptedNewsroom.Answer(
            "how many were hurt?",
            ("The shop burned.", "A fire"),
            ("Four were hurt.", "Later *count*"),
            ("Two were hurt.", "First count")
        );
        answer = answer with
        {
            Citations =
            [
                answer.Citations[0],
                answer.Citations[1] with
                {
                    Published = new DateOnly(2023, 5, 5),
                },
                answer.Citations[2] with
                {
                    Published = null,
                },
            ],
            Disagreements = [new Disagreement([1, 2])],
        };

        var pages = Render(answer);

        AssertValid(pages, quotes: 3);
        Assert.Equal(
            $$"""
            {
              "title": "how many were hurt?",
              "description": "The shop burned. [1] (3 May 2023)\n\n**The sources disagree. Newest first:**",
              "color": 3046706,
              "fields": [
                { "name": "[2] Later \\*count\\*", "value": "Four were hurt. [2]\n{{SourceOn("5 May 2023")}}", "inline": true },
                { "name": "[3] First count", "value": "Two were hurt. [3]\n{{SourceOn("no date")}}", "inline": true },
                { "name": "[1] A fire", "value": "{{SourceOn("3 May 2023")}}" }
              ],
              "footer": { "text": "Word for word from one article, as of 5 May 2023" }
            }
            """,
            Pretty(Assert.Single(pages))
        );
    }

    [Theory]
    [InlineData("One two. Three four.", 18, "One two. …")]
    [InlineData("One two three four five", 16, "One two three …")]
    [InlineData("Fits.", 16, "Fits.")]
    public void Cut_EndsWithASentenceOrAWord(string text, int limit, string expected)
    {
        Assert.Equal(expected, Cut.ToSentences(text, limit));
    }

    private static string SourceOn(string day) =>
        $"The Example Times · {day} · `kremlin.txt` · [Read it in the article](<http://newsbot.test/articles/kremlin.txt#q0-10>)";

    private static IReadOnlyList<Embed> Render(Answer answer) => AnswerPages.Render(answer, _ => "http://newsbot.test/listed");

    internal static void AssertValid(IReadOnlyList<Embed> pages, int quotes)
    {
        var kept = new KeptReply(
            "1400000000000000000",
            "q",
            pages,
            [.. Enumerable.Range(0, quotes).Select(number => new KeptQuote(number, "s", 0, 1, "t"))]
        );
        for (var page = 0; page < pages.Count; page++)
        {
            var message = JsonSerializer.SerializeToElement(Buttons.Page(kept, page), DiscordJson.Default.OutgoingMessage);

            Assert.Empty(MessageRules.Check(message));
            Assert.Empty(DiscordRules.Check("PATCH", "/webhooks/1/t/messages/@original", new Dictionary<string, string>(), message));
        }
    }

    /// <summary>JSON with a line for each part and one for each field, so that a difference is easy to see.</summary>
    private static string Pretty(Embed page)
    {
        var json = JsonSerializer.SerializeToNode(page, DiscordJson.Default.Embed)!.AsObject();
        var lines = json.Select(pair =>
            $"  \"{pair.Key}\": {(pair.Value is JsonArray fields ? $"[\n    {string.Join(",\n    ", fields.Select(Line))}\n  ]" : Line(pair.Value))}"
        );
        return $"{{\n{string.Join(",\n", lines)}\n}}";
    }

    private static string Line(JsonNode? node) =>
        node is JsonObject item
            ? $"{{ {string.Join(", ", item.Select(pair => $"\"{pair.Key}\": {Line(pair.Value)}"))} }}"
            : node!.ToJsonString(Readable);

    private static string Letters(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
