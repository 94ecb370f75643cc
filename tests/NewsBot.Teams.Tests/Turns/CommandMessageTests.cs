using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Tests.Rendering;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>Tests messages that are commands, and what comes back.</summary>
public sealed class CommandMessageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("digest", "There is no digest yet.")]
    [InlineData("digest yesterday", "There is no digest yet.")]
    [InlineData("timeline", "Tell me the topic, for example: timeline drone")]
    [InlineData("digest subscribe 08:00 Europe/London", "Subscription 1: &#42;daily&#42;\n\nIt is posted here.")]
    [InlineData("subscriptions", "Subscription 1: &#42;daily&#42;\n\nIt is posted here.")]
    [InlineData("unsubscribe", "Subscription 1: &#42;daily&#42;\n\nIt is posted here.")]
    [InlineData("alert drone near Kremlin", "Alert 1: &#42;drone&#42;.")]
    [InlineData("tell me when there is an answer to \"Who flew it?\"", "Alert 1: &#42;drone&#42;.")]
    [InlineData("passages", "There is no answer yet to show passages for.")]
    public async Task Command_IsAnswered_WithoutAskingTheNewsroom(string text, string answer)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message(text));

        Assert.StartsWith(answer, Assert.Single(host.Connector.Messages).Text("text"), StringComparison.Ordinal);
        Assert.Empty(host.Newsroom.Asked);
        Assert.Empty(host.Connector.Faults);
    }

    /// <summary>Clients show text and card of one message as two.</summary>
    [Theory]
    [InlineData("source drone", "“drone”: One passage")]
    [InlineData("/Sources  <b>drone</b>", "“<b>drone</b>”: One passage")]
    [InlineData("Help!", "Ask me a question in your own words.")]
    [InlineData("", "Ask me a question in your own words.")]
    public async Task Command_IsAnsweredWithACard_AndNothingBesidesIt(string text, string first)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message(text));

        var message = Assert.Single(host.Connector.Messages);
        Assert.Null(message.Text("text"));
        var card = Assert.Single(message.Body.GetProperty("attachments").EnumerateArray()).GetProperty("content");
        Assert.StartsWith(first, card.GetProperty("body")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(host.Newsroom.Asked);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Sources_KeepTheFilterOfTheMessage()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message("sources drone from:2023-05-03"));

        Assert.Equal("drone from:2023-05-03", Assert.Single(host.Newsroom.Searched).Text);
        var body = host.Connector.Messages[0].Body.GetProperty("attachments")[0].GetProperty("content").GetProperty("body");
        Assert.Equal("“drone”: One passage", body[0].GetProperty("text").GetString());
        Assert.Equal("Searched from 3 May 2023.", body[1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Sources_AreShortenedToTheSentencesThatMatch_WithTheWordsInBold()
    {
        var text =
            string.Concat(Enumerable.Repeat("Nothing of it is in this *sentence*, which is here to be left out. ", 8))
            + "A drone was seen [there].";
        var found = Given.Found(text);
        var ranges = SentenceSplitter.Split(text);
        found = found with { Passage = found.Passage with { Sentences = ranges } };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: new FakeNewsroom { Passages = [found] });

        await host.PostAndSettleAsync(Activities.Message("sources drone"));

        var passage = host.Connector.Messages[0].Body.GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[1];
        var shown = passage.GetProperty("items")[2].GetProperty("text").GetString()!;
        Assert.EndsWith("A **drone** was seen \\[there\\].", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 100, 400);
    }

    [Fact]
    public async Task Check_ShowsVerdictEvidenceAndSource_OfEachSentence()
    {
        var article = Given.Found().Article.Article with { Outlet = "The *Guardian*" };
        var evidence = new TextRange(0, "The attack came at night.".Length);
        var newsroom = new FakeNewsroom
        {
            Checked =
            [
                new CheckedSentence("It came at *night*.", CheckVerdict.Supported, article, evidence),
                new CheckedSentence("It came by sea.", CheckVerdict.NotFound),
            ],
        };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom);

        await host.PostAndSettleAsync(Activities.Message("check: It came at night. It came by sea."));

        Assert.Equal(
            """
            **Supported:** “It came at &#42;night&#42;.”

            > The attack came at night.

            [Drones over the Kremlin](http://127.0.0.1:3978/articles/drones.txt) · drones.txt · The &#42;Guardian&#42; · 3 May 2023

            **Not found:** “It came by sea.”

            No sentence in the articles supports or contradicts this.
            """,
            Assert.Single(host.Connector.Messages).Text("text")
        );
        Assert.Single(await host.Services.GetRequiredService<CitedPosts>().FindAsync("drones.txt", TestContext.Current.CancellationToken));
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Digest_IsOfTheDayAndTheDeskThatAsk()
    {
        var desk = new Desk { Name = "politics", Channels = ["chat-1"] };
        var newsroom = new FakeNewsroom { Desks = new DeskList([desk]), Digest = SomeDigest.WithEverything() };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom);

        await host.PostAndSettleAsync(Activities.Message("digest"));
        await host.PostAndSettleAsync(Activities.Message("digest 2026-05-03"));
        await host.PostAndSettleAsync(Activities.Message("digest", conversation: "chat-2"));

        Assert.Equal(
            [(null, desk), (new DateOnly(2026, 5, 3), desk), (null, null)],
            newsroom.DigestsAsked.Select(request => (request.Date, request.Desk))
        );
        Assert.Equal(("teams", "chat-2", newsroom.Digest), newsroom.Shown);
        Assert.All(
            host.Connector.Messages,
            message => Assert.Contains("Drones over the", message.Body.GetRawText(), StringComparison.Ordinal)
        );
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task WhatIsReadOrSearched_IsRecorded()
    {
        var newsroom = new FakeNewsroom
        {
            Digest = SomeDigest.WithEverything(),
            Timeline = SomeDigest.Timeline(),
            Checked = [new CheckedSentence("It came by sea.", CheckVerdict.NotFound)],
        };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom);

        foreach (var text in new[] { "digest", "timeline drone", "sources drone", "sources", "check: It came by sea." })
            await host.PostAndSettleAsync(Activities.Message(text));

        Assert.Equal(
            [
                (AuditAction.DigestRead, AuditEntry.TargetOf(newsroom.Digest!.Date)),
                (AuditAction.TimelineRead, "drone"),
                (AuditAction.Searched, "drone"),
                (AuditAction.TextChecked, "It came by sea."),
            ],
            newsroom.Recorded.Select(one => (one.Action, one.What))
        );
        Assert.All(newsroom.Recorded, one => Assert.Equal("teams:alex-object", one.By.Id));
    }

    [Fact]
    public async Task Timeline_IsOfTheTopic()
    {
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: new FakeNewsroom { Timeline = SomeDigest.Timeline() });

        await host.PostAndSettleAsync(Activities.Message("timeline drone attack"));

        Assert.Equal(("drone attack", null), Assert.Single(host.Newsroom.TimelinesAsked));
        Assert.Contains("Timeline of", Assert.Single(host.Connector.Messages).Text("summary"), StringComparison.Ordinal);
    }

    /// <summary>The connector does not tell who owns a team.</summary>
    [Theory]
    [InlineData("personal", false, true)]
    [InlineData("channel", false, false)]
    [InlineData("channel", true, true)]
    public async Task Subscription_InAChannel_IsForManagers(string kind, bool isManager, bool mayManage)
    {
        var newsroom = new FakeNewsroom { Managers = isManager ? new HashSet<string> { "alex-object" } : [] };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom);
        var message = Activities.Message("digest subscribe 08:00 Europe/London", kind: kind, conversation: "19:desk;messageid=1");

        await host.PostAndSettleAsync(message.Mentioning((Activities.Bot, "Newsroom")));

        var request = Assert.Single(newsroom.Subscribed);
        Assert.Equal(("teams", "19:desk", "alex-object"), (request.Channel, request.Conversation, request.Reader.Person));
        Assert.Equal((mayManage, "subscribe 08:00 Europe/London"), (request.MayManage, request.Words));
    }

    [Theory]
    [InlineData("personal", false)]
    [InlineData("channel", true)]
    public async Task Desk_IsChangedByManagersOnly_InPersonalChatsToo(string kind, bool isManager)
    {
        var newsroom = new FakeNewsroom { Managers = isManager ? new HashSet<string> { "alex-object" } : [] };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom);
        var message = Activities.Message("desk set World news", kind: kind, conversation: "19:desk;messageid=1");

        await host.PostAndSettleAsync(message.Mentioning((Activities.Bot, "Newsroom")));

        var request = Assert.Single(newsroom.DesksAsked);
        Assert.Equal(("19:desk", "alex-object"), (request.Reader.Conversation, request.Reader.Person));
        Assert.Equal((isManager, new DeskOrder.Assign("World news", null)), (request.MayManage, request.Order));
        Assert.Contains("Sports", Assert.Single(host.Connector.Messages).Text("text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("personal", false, true)]
    [InlineData("channel", false, false)]
    [InlineData("channel", true, true)]
    public async Task Alert_InAChannel_IsForManagers_AndKnowsWhoReads(string kind, bool isManager, bool mayManage)
    {
        var newsroom = new FakeNewsroom { Managers = isManager ? new HashSet<string> { "alex-object" } : [] };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom);
        var message = Activities.Message("alert drone", kind: kind, conversation: "19:desk;messageid=1");

        await host.PostAndSettleAsync(message.Mentioning((Activities.Bot, "Newsroom")));

        var request = Assert.Single(newsroom.Alerted);
        Assert.Equal((mayManage, "add drone"), (request.MayManage, request.Words));
        Assert.Equal(
            ("teams", new ReaderPlace("19:desk", Person: "alex-object", IsPersonal: kind == "personal")),
            (request.Channel, request.Reader)
        );
    }

    [Fact]
    public async Task Follow_WithoutANumber_IsOfTheNewestArticleOfTheLastAnswer_OrElseOfADigest()
    {
        var newsroom = new FakeNewsroom
        {
            Answer = request =>
                Task.FromResult(
                    Given.Answer(
                        request.Text,
                        Given.Citation(),
                        Given.Citation(2, source: "new.txt") with
                        {
                            Published = new DateOnly(2023, 5, 4),
                        },
                        Given.Citation(3, source: "undated.txt") with
                        {
                            Published = null,
                        }
                    )
                ),
        };
        await using var host = await TeamsHost.StartAsync(_folder, newsroom: newsroom);

        await host.PostAndSettleAsync(Activities.Message("follow"));
        await host.PostAndSettleAsync(Activities.Message("where was Putin?"));
        await host.PostAndSettleAsync(Activities.Message("follow this story"));

        Assert.Equal("follow", Assert.Single(newsroom.Alerted).Words);
        Assert.Equal("new.txt", Assert.Single(newsroom.Followed).Source);
        Assert.StartsWith("Alert 1: the story", host.Connector.Messages[^1].Text("text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sources close to the mayor said what?")]
    [InlineData("helpful witnesses?")]
    public async Task QuestionThatBeginsLikeACommand_IsAQuestion(string text)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message(text));

        Assert.Equal(text, Assert.Single(host.Newsroom.Asked).Text);
    }
}
