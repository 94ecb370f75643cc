using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;
using NewsBot.Teams.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Turns;

/// <summary>Tests what people write, and what comes back.</summary>
public sealed class ConversationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("<at>Newsroom</at> where was Putin?", "where was Putin?")]
    [InlineData("<at>Newsroom</at>&nbsp;where was\u00A0Putin?\r\n", "where was Putin?")]
    [InlineData("did <at>Ana Lima</at> write this, <at>Newsroom</at>?", "did Ana Lima write this?")]
    [InlineData("<at>Newsroom</at> where was Putin? cc <at>Ana Lima</at>", "where was Putin?")]
    [InlineData("<at>Newsroom</at> <at>Ana Lima</at> where was Putin?", "where was Putin?")]
    [InlineData("<at id=\"0\">Someone</at> asked", "Someone asked")]
    public async Task Mentions_AreReadAsNames_ButNotOursNorThoseOfPeopleWhoAreAddressed(string text, string question)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(
            Activities
                .Message(text, kind: "channel", conversation: "19:desk@thread.tacv2;messageid=1")
                .Mentioning((Activities.Bot, "Newsroom"), ("29:ana", "Ana Lima"))
        );

        Assert.Equal(question, Assert.Single(host.Newsroom.Asked).Text);
    }

    [Fact]
    public async Task GroupMessage_WithoutMention_IsNotAnswered()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message("lunch?", kind: "groupChat").Mentioning(("29:ana", "Ana Lima")));

        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task OwnMessage_IsNotAnswered()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message().With("from", new JsonObject { ["id"] = Activities.Bot }));

        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task FollowUp_BelongsToTheThreadItStandsIn()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(
            Activities.Message(conversation: "19:desk;messageid=1", kind: "channel").Mentioning((Activities.Bot, "Newsroom"))
        );
        await host.PostAndSettleAsync(
            Activities.Message(conversation: "19:desk;messageid=2", kind: "channel").Mentioning((Activities.Bot, "Newsroom"))
        );

        Assert.Equal(["teams:19:desk;messageid=1", "teams:19:desk;messageid=2"], host.Newsroom.Asked.Select(q => q.Conversation));
    }

    [Fact]
    public async Task Budget_IsOfTheTeam_OrOfTheChat()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        var team = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = "tenant-1" },
            ["team"] = new JsonObject { ["id"] = "19:team" },
        };

        await host.PostAndSettleAsync(
            Activities
                .Message(conversation: "19:desk;messageid=1", kind: "channel")
                .With("channelData", team)
                .Mentioning((Activities.Bot, "Newsroom"))
        );
        await host.PostAndSettleAsync(
            Activities
                .Message(conversation: "19:other;messageid=2", kind: "channel")
                .With("channelData", team.DeepClone())
                .Mentioning((Activities.Bot, "Newsroom"))
        );
        await host.PostAndSettleAsync(
            Activities.Message(conversation: "19:third;messageid=3", kind: "channel").Mentioning((Activities.Bot, "Newsroom"))
        );
        await host.PostAndSettleAsync(Activities.Message(conversation: "chat-7"));

        Assert.Equal(
            ["teams:team:19:team", "teams:team:19:team", "teams:19:third", "teams:chat-7"],
            host.Newsroom.Asked.Select(q => q.BudgetAccount)
        );
        Assert.All(host.Newsroom.Asked, question => Assert.StartsWith("teams:", question.AskedBy?.Id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("thank you!")]
    [InlineData("where was Putin?")]
    public async Task WhatIsNotACommand_IsAskedOfTheNewsroom_AsItWasWritten(string text)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        await host.PostAndSettleAsync(Activities.Message(text));

        Assert.Equal(text, Assert.Single(host.Newsroom.Asked).Text);
    }

    [Fact]
    public async Task Reply_IsSaidWithoutSources_AndNotKeptAsAnAnswer()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        host.Newsroom.Answer = request =>
            Task.FromResult(Given.Decline(request.Text) with { Outcome = Outcome.Reply, Text = "You are *welcome*.", Nearest = [] });

        await host.PostAndSettleAsync(Activities.Message("thanks", id: "q1"));

        var message = Assert.Single(host.Connector.Messages);
        Assert.Equal("You are &#42;welcome&#42;.", message.Text("text"));
        Assert.False(message.Body.TryGetProperty("channelData", out _));
        Assert.Null(await host.Store.FindAnswerToAsync("chat-1", "q1", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Answer_IsKeptWithThePersonWhoAsked_AndDeletedWithThemAndTheirChat()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message("where was Putin?", id: "q1"));
        var answers = TeamsServices.PersonalData[0];
        var person = PersonId.Read(Assert.Single(host.Newsroom.Asked).AskedBy!.Id!)!;
        var state = host.Services.GetRequiredService<StateDatabase>();
        var token = TestContext.Current.CancellationToken;

        var other = await state.WriteAsync(db => answers.Delete(db, new PersonId("teams", "another"), "x"), token);
        var kept = await state.ReadAsync(db => answers.Find(db, person), token);
        var place = await host.Store.FindReferenceAsync("chat-1", token);
        var deleted = await state.WriteAsync(db => answers.Delete(db, person, "x"), token);

        Assert.Equal((0, 1), (other, deleted));
        Assert.Equal("where was Putin?", Assert.Single(kept)!["question"]!.GetValue<string>());
        Assert.NotNull(place);
        Assert.Null(await host.Store.FindAnswerToAsync("chat-1", "q1", token));
        Assert.Null(await host.Store.FindReferenceAsync("chat-1", token));
    }

    [Fact]
    public async Task Passages_AreThoseBehindTheNewestAnswer_AsAMessageThatIsTakenBackWithTheirArticles()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message());

        await host.PostAndSettleAsync(Activities.Message("show passages"));
        await host.PostAndSettleAsync(Activities.Message("passages", conversation: "chat-2"));

        Assert.Equal(3, host.Connector.Messages.Count);
        Assert.Contains(Given.Quote, host.Connector.Messages[1].Body.GetProperty("attachments")[0].GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Given.Quote, host.Connector.Messages[2].Body.GetRawText(), StringComparison.Ordinal);
        Assert.Single(host.Newsroom.Asked);
        Assert.Empty(host.Connector.Faults);
    }

    [Fact]
    public async Task Feedback_OnAMessage_IsKeptWithTheAnswerOfThatMessage()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message("first question"));
        await host.PostAndSettleAsync(Activities.Message("second question"));
        var first = host.Connector.Messages[0].Id!;

        await host.PostAsync(
            Activities.Invoke(
                "message/submitAction",
                JsonNode.Parse(
                    """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":\"wrong\"}"}}"""
                )!,
                replyToId: first
            )
        );

        var feedback = Assert.Single(await host.FeedbackAsync());
        Assert.Equal(("dislike", "first question", "alex-object"), (feedback.Reaction, feedback.Question, feedback.Person));
    }

    [Fact]
    public async Task Reaction_OnAnAnswer_IsKeptAsFeedback()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message());
        var reaction = Activities
            .Message()
            .With("type", "messageReaction")
            .With("replyToId", host.Connector.Messages[0].Id)
            .With("reactionsAdded", JsonNode.Parse("""[{"type":"heart"}]"""));

        await host.PostAndSettleAsync(reaction);

        Assert.Equal("heart", Assert.Single(await host.FeedbackAsync()).Reaction);
    }

    [Fact]
    public async Task EditedQuestion_GetsItsAnswerAnew_InThePlaceOfTheOldOne()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        await host.PostAndSettleAsync(Activities.Message("where was Putin", id: "q1"));
        var edit = Activities
            .Message("where was Zelensky?", id: "q1")
            .With("type", "messageUpdate")
            .With("channelData", JsonNode.Parse("""{"eventType":"editMessage"}"""));

        await host.PostAndSettleAsync(edit);
        await host.PostAndSettleAsync(edit.DeepClone().AsObject());

        Assert.Equal(["where was Putin", "where was Zelensky?"], host.Newsroom.Asked.Select(q => q.Text));
        Assert.Equal(["POST", "PUT"], host.Connector.Messages.Select(m => m.Method));
        Assert.Equal(host.Connector.Messages[0].Id, host.Connector.Messages[1].Target);
        Assert.Empty(host.Connector.Faults);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("event")]
    [InlineData("messageDelete")]
    public async Task OtherTypes_GetOk_AndNothing(string type)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAndSettleAsync(Activities.Message().With("type", type));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(host.Connector.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"message","serviceUrl":"http://127.0.0.1:1/"}""")]
    [InlineData("""{"type":"message","type":"invoke","serviceUrl":"http://127.0.0.1:1/"}""")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"message","text":"\ud800","serviceUrl":"http://127.0.0.1:1/"}""")]
    [InlineData(
        """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":"\ud800"}},"serviceUrl":"http://127.0.0.1:1/"}"""
    )]
    [InlineData("""{"type":"message","text":"x","value":{"\ud800":1},"serviceUrl":"http://127.0.0.1:1/"}""")]
    public async Task NoActivity_IsABadRequest(string json)
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAsync(json);

        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{response.StatusCode}");
        Assert.Empty(host.Connector.Calls);
    }

    [Fact]
    public async Task TooLongBody_IsRefused()
    {
        await using var host = await TeamsHost.StartAsync(_folder);

        using var response = await host.PostAsync(Activities.Message(new string('x', 300_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Head_IsAnswered()
    {
        await using var host = await TeamsHost.StartAsync(_folder);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/messages");

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
