using System.Text.Json;
using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.Teams.Wire;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Rendering;

public sealed class AnswerMessageTests
{
    [Fact]
    public void Answer_HasItsSentencesWithNumbers_AndACitationForEach()
    {
        var message = AnswerMessage.Render(
            Given.Answer("q", Given.Citation(1, "First said so."), Given.Citation(2, "Second said so too."))
        );

        Assert.Equal(
            """
            First said so. [1]

            Second said so too. [2]

            **Sources**

            [1] [2] [Drones over the Kremlin](http://127.0.0.1:3978/articles/drones.txt) · drones.txt · The Guardian · 3 May 2023

            Word for word from one article, as of 3 May 2023 · write **passages** to read the text around the quotes
            """,
            message.Text
        );
        var entity = Assert.Single(message.Entities!);
        Assert.Equal([1, 2], entity.Citation!.Select(c => c.Position));
        Assert.Null(entity.AdditionalType);
        Assert.Equal("default", message.ChannelData!.FeedbackLoop!.Type);
        Assert.Null(message.Attachments);
        Assert.Null(message.SuggestedActions);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void CitationCard_IsNamedByTheHeadline_AndItsBodyBeginsWithTheSource()
    {
        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(1, "First said *so*.")));

        var appearance = Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance;
        Assert.Equal("Drones over the Kremlin", appearance.Name);
        Assert.Equal("The Guardian · 3 May 2023 · drones.txt · “First said *so*.”", appearance.Abstract);
        Assert.Equal("http://127.0.0.1:3978/articles/drones.txt", appearance.Url);
    }

    [Fact]
    public void CitationCard_OfALongFileName_KeepsItsEnd_OutletAndDay()
    {
        var source = $"https://example.org/{new string('a', 300)}/drones.txt";

        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(source: source) with { Outlet = new string('o', 200) }));

        var shown = Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance.Abstract;
        Assert.InRange(shown.Length, 100, 160);
        Assert.StartsWith("ooo", shown, StringComparison.Ordinal);
        Assert.Contains(" · 3 May 2023 · …aaa", shown, StringComparison.Ordinal);
        Assert.EndsWith("a/drones.txt", shown, StringComparison.Ordinal);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void AnswerOfSeveralDays_HasTheDayOfEachStatement()
    {
        var answer = Given.Answer(
            "q",
            Given.Citation(1, "First.") with
            {
                Published = new DateOnly(2023, 5, 1),
            },
            Given.Citation(2, "Second."),
            Given.Citation(3, "Third.") with
            {
                Published = null,
            }
        );

        var message = AnswerMessage.Render(answer);

        Assert.StartsWith(
            "First. [1] · 1\u00A0May\u00A02023\n\nSecond. [2] · 3\u00A0May\u00A02023\n\nThird. [3]\n\n",
            message.Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>Clients read a number in brackets as a citation, in the text of a link too.</summary>
    [Fact]
    public void SourceWhoseNameIsANumber_IsNotACitation()
    {
        var message = AnswerMessage.Render(
            Given.Answer("q", Given.Citation(1, "First.", headline: "2"), Given.Citation(2, "Second.", headline: "1", source: "b.txt")) with
            {
                Statements = [new Statement("First.", [1])],
            }
        );

        Assert.Equal([1], Assert.Single(message.Entities!).Citation!.Select(c => c.Position));
        Assert.DoesNotContain("[2]", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("b.txt", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FollowUp_IsShownAsItWasUnderstood_AndWhatIsNotAnsweredIsSaid()
    {
        var answer = Given.Answer("and where? and why?", Given.Citation(1, "In the Kremlin.")) with
        {
            UnderstoodAs = "where were the *drones*? and why?",
            Unanswered = ["and why?"],
        };

        var message = AnswerMessage.Render(answer);

        Assert.StartsWith(
            "*Understood as: where were the &#42;drones&#42;? and why?*\n\nIn the Kremlin. [1]\n\nThe articles do not answer: “and why?”\n\n**Sources**\n\n",
            message.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void Disagreement_IsToldOnce_EachSideWithItsOutletAndDay()
    {
        var answer = Given.Answer(
            "how many were hurt?",
            Given.Citation(1, "The shop burned.", headline: "A fire"),
            Given.Citation(2, "Four were hurt.", source: "b.txt") with
            {
                Outlet = "Later *News*",
                Published = new DateOnly(2023, 5, 5),
            },
            Given.Citation(3, "Two were hurt.", headline: "First count", source: "c.txt") with
            {
                Outlet = null,
                Published = null,
            }
        );

        var message = AnswerMessage.Render(answer with { Disagreements = [new Disagreement([1, 2])] });

        Assert.Equal(
            """
            The shop burned. [1] · 3 May 2023

            **The sources disagree. Newest first:**

            - **Later &#42;News&#42;, 5 May 2023:** Four were hurt. [2]

            - **no date:** Two were hurt. [3]

            **Sources**

            [1] [A fire](http://127.0.0.1:3978/articles/drones.txt) · drones.txt · The Guardian · 3 May 2023

            [2] [Drones over the Kremlin](http://127.0.0.1:3978/articles/drones.txt) · b.txt · Later &#42;News&#42; · 5 May 2023

            [3] [First count](http://127.0.0.1:3978/articles/drones.txt) · c.txt · no date

            Word for word from 3 articles, as of 5 May 2023 · write **passages** to read the text around the quotes
            """,
            message.Text!.Replace('\u00A0', ' ')
        );
        Assert.Null(message.Attachments);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void Answer_WrittenByAModel_IsLabelledSo()
    {
        var message = AnswerMessage.Render(Given.Answer() with { Composer = "some-model" });

        Assert.Equal(["AIGeneratedContent"], Assert.Single(message.Entities!).AdditionalType);
    }

    /// <summary>Clients show no citations, and no Markdown, in a message with suggested actions.</summary>
    [Fact]
    public void CitationCard_OfASourceWithoutOutletAndDay_BeginsWithTheFile()
    {
        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(1, "First.") with { Outlet = null, Published = null }));

        var appearance = Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance;
        Assert.Equal("drones.txt · no date · “First.”", appearance.Abstract);
    }

    [Fact]
    public void FollowUps_ThatDoNotFitSideBySide_AreLeftOut()
    {
        var message = FollowUpMessage.Of([$"Who said {new string('x', 50)}?", "Where was he?", "What is known about the mayor?"]);

        Assert.Equal(2, message.SuggestedActions!.Actions!.Count);
        Assert.EndsWith(" · Where was he?", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FollowUps_AreAMessageOfTheirOwn_InPlainText()
    {
        var message = FollowUpMessage.Of(["What did *Peskov* say?", "Where was U.S.news?"]);

        Assert.Equal(
            ("plain", "You could also ask: What did *Peskov* say? · Where was U.S.\u200Bnews?"),
            (message.TextFormat, message.Text)
        );
        Assert.Equal(["What did *Peskov* say?", "Where was U.S.news?"], message.SuggestedActions!.Actions!.Select(action => action.Value));
        Assert.All(message.SuggestedActions.Actions!, action => Assert.Equal(("imBack", action.Value), (action.Type, action.Title)));
        Assert.Null(message.ChannelData);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void LongQuoteAndHeadline_AreCutAtAWord()
    {
        var words = string.Join(" ", Enumerable.Repeat("unquestionably", 30));

        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(1, words, headline: words)));

        var appearance = Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance;
        Assert.Equal("unquestionably unquestionably unquestionably unquestionably unquestionably…", appearance.Name);
        Assert.InRange(appearance.Abstract.Length, 140, 160);
        Assert.EndsWith("unquestionably…”", appearance.Abstract, StringComparison.Ordinal);
        Assert.Empty(Faults(message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0007")]
    public void ArticleWithoutHeadline_IsNamedByItsSource(string headline)
    {
        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(headline: headline)));

        Assert.Equal("drones.txt", Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance.Name);
        Assert.Contains(
            "[1] [drones.txt](http://127.0.0.1:3978/articles/drones.txt) · The Guardian · 3 May 2023",
            message.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ManyCitations_StayWithinTen_AndEachNumberInTheTextHasOne()
    {
        var citations = Enumerable.Range(1, 25).Select(n => Given.Citation(n, $"Sentence number {n}.")).ToArray();

        var message = AnswerMessage.Render(Given.Answer("q", citations));

        Assert.Equal(10, Assert.Single(message.Entities!).Citation!.Count);
        Assert.DoesNotContain("[11]", message.Text, StringComparison.Ordinal);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void SeveralQuestions_EachStandAboveTheirAnswer()
    {
        var answer = Given.Answer(
            "Where? And why? And when?",
            Given.Citation(1, "In the Kremlin."),
            Given.Citation(2, "On Wednesday.")
        ) with
        {
            Questions =
            [
                new MessageQuestion("Where *now*?", [0]),
                new MessageQuestion("And why?", []),
                new MessageQuestion("And when?", [1]),
            ],
            Unanswered = ["And why?"],
        };

        var message = AnswerMessage.Render(answer);

        Assert.StartsWith(
            """
            **Where &#42;now&#42;?**

            In the Kremlin. [1]

            The articles do not answer: “And why?”

            **And when?**

            On Wednesday. [2]

            **Sources**

            """,
            message.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void Decline_OffersTheNearestSources_WithoutCitations()
    {
        var message = AnswerMessage.Render(Given.Decline());

        Assert.Equal(
            "The articles do not answer this question.\n\nThe nearest sources, which do not answer the question:\n\n- [The &#42;cup&#42; &#91;draw&#93;](http://127.0.0.1:3978/articles/cup.txt) · cup.txt · The Guardian · 1 May 2023",
            message.Text
        );
        Assert.Null(message.Entities);
        Assert.Null(message.SuggestedActions);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void InvalidQuestion_GetsItsSentence_AndNothingElse()
    {
        var message = AnswerMessage.Render(Given.Decline() with { Outcome = Outcome.Invalid, Text = "Ask a question." });

        Assert.Equal(AnswerMessage.Text("Ask a question."), message);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not a link")]
    public void LinkThatIsNotWeb_IsLeftOut(string link)
    {
        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(link: link)));

        Assert.Null(Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance.Url);
        Assert.Contains("[1] Drones over the Kremlin · drones.txt · The Guardian · 3 May 2023", message.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Faults(Activity message)
    {
        var bytes = TeamsJson.Bytes(
            message with
            {
                From = new ChannelAccount { Id = "b" },
                Conversation = new ConversationAccount { Id = "c" },
            }
        );
        using var json = JsonDocument.Parse(bytes);
        return ConnectorRules.Faults(json.RootElement, System.Text.Encoding.UTF8.GetString(bytes));
    }
}
