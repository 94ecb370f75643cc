using System.Text.Json;
using System.Text.Json.Nodes;
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
        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(1, "First said so."), Given.Citation(2, "Second said so too.")), "a1", personal: true);

        Assert.Equal("First said so. [1]\n\nSecond said so too. [2]", message.Text);
        var entity = Assert.Single(message.Entities!);
        Assert.Equal([1, 2], entity.Citation!.Select(c => c.Position));
        Assert.Equal(("Drones over the Kremlin", "First said so.", "http://127.0.0.1:3978/articles/drones.txt"), (entity.Citation![0].Appearance.Name, entity.Citation[0].Appearance.Abstract, entity.Citation[0].Appearance.Url));
        Assert.Null(entity.AdditionalType);
        Assert.Equal("default", message.ChannelData!.FeedbackLoop!.Type);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void FollowUp_IsShownAsItWasUnderstood_AndWhatIsNotAnsweredIsSaid()
    {
        var answer = Given.Answer("and where? and why?", Given.Citation(1, "In the Kremlin.")) with { UnderstoodAs = "where were the *drones*? and why?", Unanswered = ["and why?"] };

        var message = AnswerMessage.Render(answer, "a1", personal: true);

        Assert.Equal("*Understood as: where were the &#42;drones&#42;? and why?*\n\nIn the Kremlin. [1]\n\nThe articles do not answer: “and why?”", message.Text);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void Disagreement_StandsSideBySide_EachWithItsDateAndSource()
    {
        var answer = Given.Answer(
            "how many were hurt?",
            Given.Citation(1, "The shop burned.", headline: "A fire"),
            Given.Citation(2, "Four were hurt.", headline: "Later *count*") with { Published = new DateOnly(2023, 5, 5) },
            Given.Citation(3, "Two were hurt.", headline: "First count") with { Published = null });

        var message = AnswerMessage.Render(answer with { Disagreements = [new Disagreement([1, 2])] }, "a1", personal: true);

        Assert.Equal(
            """
            The shop burned. [1]

            **The sources disagree. Newest first:**

            - **Later &#42;count&#42;, 5 May 2023:** Four were hurt. [2]

            - **First count, no date:** Two were hurt. [3]
            """,
            message.Text);
        Assert.Equal(
            """
            [5 May 2023 | Later \*count\* | Four were hurt.]
            [no date | First count | Two were hurt.]
            (1) A fire · 3 May 2023
            (2) Later \*count\* · 5 May 2023
            (3) First count
            Word for word from one article, as of 5 May 2023
            """,
            string.Join('\n', message.Attachments![0].Content!["body"]!.AsArray().SelectMany(Lines)));
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void Answer_WrittenByAModel_IsLabelledSo()
    {
        var message = AnswerMessage.Render(Given.Answer() with { Composer = "some-model" }, "a1", personal: true);

        Assert.Equal(["AIGeneratedContent"], Assert.Single(message.Entities!).AdditionalType);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 0)]
    public void SuggestionsOfADecline_AreAtMostThree_AndOnlyInPersonalChats(bool personal, int count) =>
        Assert.Equal(count, AnswerMessage.Render(Given.Decline(), "a1", personal).SuggestedActions?.Actions?.Count ?? 0);

    [Fact]
    public void FollowUpsOfAnAnswer_AreThreeButtonsOfItsCard()
    {
        var message = AnswerMessage.Render(Given.Answer(), "a1", personal: true);

        Assert.Null(message.SuggestedActions);
        Assert.Equal(["Show passages", "Search the sources", "Help"], message.Attachments![0].Content!["actions"]!.AsArray().Select(a => a!["title"]!.GetValue<string>()));
    }

    [Fact]
    public void LongQuoteAndHeadline_AreCutAtAWord()
    {
        var words = string.Join(" ", Enumerable.Repeat("unquestionably", 30));

        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(1, words, headline: words)), "a1", personal: true);

        var appearance = Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance;
        Assert.Equal("unquestionably unquestionably unquestionably unquestionably unquestionably…", appearance.Name);
        Assert.InRange(appearance.Abstract.Length, 140, 160);
        Assert.EndsWith("unquestionably…", appearance.Abstract, StringComparison.Ordinal);
        Assert.Empty(Faults(message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u0007")]
    public void ArticleWithoutHeadline_IsNamedByItsSource(string headline)
    {
        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(headline: headline)), "a1", personal: true);

        Assert.Equal("drones.txt", Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance.Name);
    }

    [Fact]
    public void ManyCitations_StayWithinTen_AndEachNumberInTheTextHasOne()
    {
        var citations = Enumerable.Range(1, 25).Select(n => Given.Citation(n, $"Sentence number {n}.")).ToArray();

        var message = AnswerMessage.Render(Given.Answer("q", citations), "a1", personal: true);

        Assert.Equal(10, Assert.Single(message.Entities!).Citation!.Count);
        Assert.DoesNotContain("[11]", message.Text, StringComparison.Ordinal);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void SeveralQuestions_EachStandAboveTheirAnswer()
    {
        var answer = Given.Answer("Where? And why? And when?", Given.Citation(1, "In the Kremlin."), Given.Citation(2, "On Wednesday.")) with
        {
            Questions = [new MessageQuestion("Where *now*?", [0]), new MessageQuestion("And why?", []), new MessageQuestion("And when?", [1])],
            Unanswered = ["And why?"],
        };

        var message = AnswerMessage.Render(answer, "a1", personal: true);

        Assert.Equal(
            """
            **Where &#42;now&#42;?**

            In the Kremlin. [1]

            The articles do not answer: “And why?”

            **And when?**

            On Wednesday. [2]
            """,
            message.Text);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void Decline_OffersTheNearestSources_WithoutCitations()
    {
        var message = AnswerMessage.Render(Given.Decline(), "a1", personal: true);

        Assert.Equal(
            "The articles do not answer this question.\n\nThe nearest sources, which do not answer the question:\n\n- [The &#42;cup&#42; &#91;draw&#93;](http://127.0.0.1:3978/articles/cup.txt) (1 May 2023)",
            message.Text);
        Assert.Null(message.Entities);
        Assert.Empty(Faults(message));
    }

    [Fact]
    public void InvalidQuestion_GetsItsSentence_AndNothingElse()
    {
        var message = AnswerMessage.Render(Given.Decline() with { Outcome = Outcome.Invalid, Text = "Ask a question." }, "a1", personal: true);

        Assert.Equal(AnswerMessage.Text("Ask a question."), message);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not a link")]
    public void LinkThatIsNotWeb_IsLeftOut(string link)
    {
        var message = AnswerMessage.Render(Given.Answer("q", Given.Citation(link: link)), "a1", personal: true);

        Assert.Null(Assert.Single(Assert.Single(message.Entities!).Citation!).Appearance.Url);
    }

    /// <summary>A text of a card, or its columns with their texts.</summary>
    private static IEnumerable<string> Lines(JsonNode? element) => element!["columns"] is JsonArray columns
        ? columns.Select(column => $"[{string.Join(" | ", column!["items"]!.AsArray().Select(item => item!["text"]!.GetValue<string>()))}]")
        : [element["text"]!.GetValue<string>()];

    private static IReadOnlyList<string> Faults(Activity message)
    {
        var bytes = TeamsJson.Bytes(message with { From = new ChannelAccount { Id = "b" }, Conversation = new ConversationAccount { Id = "c" } });
        using var json = JsonDocument.Parse(bytes);
        return ConnectorRules.Faults(json.RootElement, System.Text.Encoding.UTF8.GetString(bytes));
    }
}
