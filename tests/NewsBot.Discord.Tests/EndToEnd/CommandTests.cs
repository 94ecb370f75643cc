using System.Text.Json;
using NewsBot.Discord.Options;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.EndToEnd;

/// <summary>Commands and buttons, over HTTP because a call shows its first answer at once.</summary>
public sealed class CommandTests
{
    private const string Manager = "32";
    private readonly ScriptedNewsroom newsroom = new();

    [Fact]
    public async Task PrivateAsk_IsSeenOnlyByTheAsker()
    {
        await using var bot = await StartAsync();

        var (_, first) = await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "what?"), ("private", true)));
        await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Equal(64, first!.Value.GetProperty("data").GetProperty("flags").GetInt32());
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Channel_ThatIsNotAllowed_IsToldSoPrivately_AndNothingIsAsked()
    {
        await using var bot = await StartAsync();

        var (_, first) = await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "what?")).In(ScriptedDiscord.OtherChannelId));
        await bot.IdleAsync();

        Assert.Equal(4, first!.Value.GetProperty("type").GetInt32());
        Assert.Contains("/newsbot allow", first.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(newsroom.Questions);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Allow_ByAManager_SwitchesTheChannelOn_AndForbidOff()
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Subcommand("newsbot", "allow").In(ScriptedDiscord.OtherChannelId).By("9", Manager));
        await bot.IdleAsync();
        var (_, allowed) = await bot.CallAsync(
            ScriptedInteraction.Command("ask", ("question", "what?")).In(ScriptedDiscord.OtherChannelId)
        );
        await bot.CallAsync(ScriptedInteraction.Subcommand("newsbot", "forbid").In(ScriptedDiscord.OtherChannelId).By("9", Manager));
        await bot.IdleAsync();
        var (_, forbidden) = await bot.CallAsync(
            ScriptedInteraction.Command("ask", ("question", "what?")).In(ScriptedDiscord.OtherChannelId)
        );

        Assert.Equal(5, allowed!.Value.GetProperty("type").GetInt32());
        Assert.Equal(4, forbidden!.Value.GetProperty("type").GetInt32());
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData("allow")]
    [InlineData("forbid")]
    [InlineData("channels")]
    public async Task Channels_ByOthers_AreRefused(string subcommand)
    {
        await using var bot = await StartAsync();

        var (_, first) = await bot.CallAsync(ScriptedInteraction.Subcommand("newsbot", subcommand).By("9", "2048"));

        Assert.Contains("Manage Server", first!.Value.GetRawText(), StringComparison.Ordinal);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Questions_TooManyInAMinute_AreRefusedWithTheWait()
    {
        await using var bot = await StartAsync(options => options with { QuestionsPerUserAndMinute = 2 });
        await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "1")));
        await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "2")));

        var (_, third) = await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "3")));
        var (_, other) = await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "4")).By("9"));

        Assert.Contains("wait", third!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(5, other!.Value.GetProperty("type").GetInt32());
    }

    [Fact]
    public async Task Help_NamesEveryCommand()
    {
        await using var bot = await StartAsync();

        var (_, first) = await bot.CallAsync(ScriptedInteraction.Command("help"));

        Assert.All(
            ["/ask", "/sources", "/article", "/digest", "/alert", "/newsbot allow", "Check against sources"],
            name => Assert.Contains(name, first!.Value.ToString(), StringComparison.Ordinal)
        );
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Digest_OfADay_ShowsItsStories_EachSentenceWithItsLink()
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Subcommand("digest", "date", ("day", "2023-05-03")));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        string[] expected =
        [
            "**1. Drones over the Kremlin**",
            "1 outlet · 1 report · new today",
            "• Drones were aimed at the Kremlin on Wednesday. [[1]](<http://newsbot.test/articles/kremlin.txt#q0-10>)",
            "**Sources**",
            "[1] The Example Times · 3 May 2023 · `kremlin.txt` · [Open the article](<http://newsbot.test/articles/kremlin.txt>)",
        ];
        Assert.Equal(string.Join('\n', expected), Page(edit));
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData("today", null, "no article of the archive has a date")]
    [InlineData("date", "yesterday", "is not a day like 2026-05-03. Example: /digest date day:2026-05-03")]
    public async Task Digest_ThatCannotBeWritten_SaysWhy(string subcommand, string? day, string expected)
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Subcommand("digest", subcommand, day is null ? [] : [("day", day)]));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains(expected, edit.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("digest 2023-05-03", "1 story from 1 ar")]
    [InlineData("timeline: drone", "Timeline: drone")]
    [InlineData("help", "NewsBot answers from the newsroom's own articles")]
    [InlineData("unsubscribe 2", "Done.")]
    public async Task Command_InWords_IsUnderstoodWhereQuestionsAreAsked(string words, string expected)
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", words)));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        var shown = edit.Body!.Value.TryGetProperty("content", out var content)
            ? content
            : edit.Body.Value.GetProperty("embeds")[0].GetProperty("title");
        Assert.Contains(expected, shown.GetString(), StringComparison.Ordinal);
        Assert.Empty(newsroom.Questions);
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData("digest 2023-05-03", AuditAction.DigestRead, "2023-05-03")]
    [InlineData("timeline: drone", AuditAction.TimelineRead, "drone")]
    [InlineData("check: Drones were aimed at York.", AuditAction.TextChecked, "Drones were aimed at York.")]
    public async Task Command_InWords_IsRecorded(string words, AuditAction action, string what)
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", words)));
        await bot.Discord.RequestAsync(request => request.IsEdit);

        var (by, done, target) = Assert.Single(newsroom.Recorded);
        Assert.Equal(("discord", action, what), (by.Channel, done, target));
        Assert.StartsWith("discord:", by.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_IsRecorded()
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Command("sources", ("query", "drone")));
        await bot.Discord.RequestAsync(request => request.IsEdit);

        var (_, done, words) = Assert.Single(newsroom.Recorded);
        Assert.Equal((AuditAction.Searched, "drone"), (done, words));
    }

    [Fact]
    public async Task Timeline_ShowsItsDays()
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Command("timeline", ("topic", "drone")));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains("3 May 2023", edit.Text, StringComparison.Ordinal);
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData("2048", false)]
    [InlineData(Manager, true)]
    public async Task Subscription_IsAskedForWithTheRightsOfThePerson_AndAnsweredPrivately(string permissions, bool mayManage)
    {
        await using var bot = await StartAsync();

        var command = ScriptedInteraction.Subcommand(
            "digest",
            "subscribe",
            ("time", "08:00"),
            ("zone", "Europe/London"),
            ("topic", "drone")
        );
        var (_, first) = await bot.CallAsync(command.By("9", permissions));
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Text.Contains("Done.", StringComparison.Ordinal));

        var request = Assert.Single(newsroom.Subscriptions);
        Assert.Equal(64, first!.Value.GetProperty("data").GetProperty("flags").GetInt32());
        Assert.Equal(("discord", ScriptedDiscord.ChannelId, "9"), (request.Channel, request.Conversation, request.Reader.Person));
        Assert.Equal((mayManage, "subscribe"), (request.MayManage, request.Words));
        Assert.Equal(new ScheduleFields("08:00", "Europe/London", "", "drone"), request.Fields);
    }

    [Theory]
    [InlineData("9", false)]
    [InlineData("10", true)]
    public async Task Desk_IsChangedByThosePeopleOnlyWhomTheSettingsName(string person, bool mayManage)
    {
        newsroom.Managers = new HashSet<string> { "10" };
        await using var bot = await StartAsync();

        var command = ScriptedInteraction.Subcommand("desk", "set", ("name", "Sports"), ("person", "77"));
        var (_, first) = await bot.CallAsync(command.By(person, Manager));
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Text.Contains("is Sports", StringComparison.Ordinal));

        var request = Assert.Single(newsroom.DesksAsked);
        Assert.Equal(64, first!.Value.GetProperty("data").GetProperty("flags").GetInt32());
        Assert.Equal((ScriptedDiscord.ChannelId, person), (request.Reader.Conversation, request.Reader.Person));
        Assert.Equal((mayManage, new DeskOrder.Assign("Sports", "77")), (request.MayManage, request.Order));
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData("add", "add drone daily 08:00 Europe/London")]
    [InlineData("follow", "follow 1")]
    [InlineData("list", "list")]
    [InlineData("stop", "stop 1")]
    [InlineData("pause", "pause 1")]
    [InlineData("resume", "resume 1")]
    [InlineData("mute", "mute 1 2h")]
    public async Task Alert_IsAskedForWithTheRightsOfThePerson_AndAnsweredPrivately(string name, string words)
    {
        await using var bot = await StartAsync();
        (string, object)[] options = name switch
        {
            "add" => [("words", "drone"), ("when", "daily 08:00 Europe/London")],
            "list" => [],
            "mute" => [("number", "1"), ("time", "2h")],
            _ => [("number", "1")],
        };

        var (_, first) = await bot.CallAsync(ScriptedInteraction.Subcommand("alert", name, options).By("9", Manager));
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Text.Contains("Done.", StringComparison.Ordinal));

        var request = Assert.Single(newsroom.Subscriptions);
        Assert.Equal(64, first!.Value.GetProperty("data").GetProperty("flags").GetInt32());
        Assert.Equal((true, words), (request.MayManage, request.Words));
        Assert.Equal("/alert list", request.Syntax.List);
        Assert.Equal(("9", false), (request.Reader.Person, request.Reader.IsPersonal));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Alert_IsPosted_WithLinkedHeadline_Source_AndHowToStop()
    {
        await using var bot = await StartAsync();
        var digest = ScriptedNewsroom.DigestOf(ScriptedNewsroom.Day);
        var article = new AlertArticle(
            "kremlin.txt",
            "Drones *over* Kremlin",
            "The Example Times",
            new DateTimeOffset(2023, 5, 3, 7, 5, 0, TimeSpan.Zero),
            "http://newsbot.test/articles/kremlin.txt",
            [digest.Stories[0].Statements[0]]
        );
        var post = new AlertPost
        {
            Key = "1-00010102",
            Conversation = ScriptedDiscord.ChannelId,
            DueAt = DateTimeOffset.UnixEpoch,
            IsLate = false,
            Topic = "drone",
            Form = AlertForm.Words,
            Number = 3,
            Stories = [new AlertStory(true, [article])],
            Corrected = [],
            Citations = digest.Citations,
            Others = [],
        };

        await bot.DigestChannel.PostAsync(post, TestContext.Current.CancellationToken);
        var sent = (await bot.Discord.RequestAsync(request => request.IsPost)).Body!.Value;

        var embed = sent.GetProperty("embeds")[0];
        var text = embed.GetProperty("description").GetString()!;
        Assert.Equal("1-00010102", sent.GetProperty("nonce").GetString());
        Assert.Equal("Alert “drone”: new in this story", embed.GetProperty("title").GetString());
        Assert.StartsWith(
            "**[Drones \\*over\\* Kremlin](<http://newsbot.test/articles/kremlin.txt>)**\nNew in this story\n• ",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("The Example Times · 3 May 2023, 07:05 UTC · kremlin.txt", text, StringComparison.Ordinal);
        Assert.Equal(
            "/alert stop number:3 ends this alert, /alert pause number:3 pauses it.",
            embed.GetProperty("footer").GetProperty("text").GetString()
        );
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Subscription_ThatCannotBeRead_IsAnsweredInDiscordsOwnSyntax()
    {
        using var folder = new TemporaryFolder();
        await using var database = StateDatabase.Open(folder[StateDatabase.FileName], [SubscriptionStore.Schema]);
        var desk = new SubscriptionCommands(new SubscriptionStore(database), TimeProvider.System);
        newsroom.Subscribing = desk.AnswerAsync;
        await using var bot = await StartAsync();

        var command = ScriptedInteraction.Subcommand("digest", "subscribe", ("time", "8 am"), ("zone", "Europe/London"));
        await bot.CallAsync(command.By("9", Manager));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Equal(
            "“8 am” is not a time like 08:00. "
                + "Example: /digest subscribe time:08:00 zone:Europe/London days:weekdays topic:drone. "
                + "The options days and topic are optional. "
                + "Also: /digest list, /digest change number:1 time:09:00, /digest stop number:1.",
            edit.Body!.Value.GetProperty("content").GetString()
        );
    }

    [Fact]
    public async Task Article_LongerThanAMessage_IsRead_PageByPage()
    {
        var text = string.Join(' ', Enumerable.Range(1, 400).Select(number => $"Sentence number {number} says something."));
        newsroom.Articles.Add(Some.Article("long.txt", text, "A long one"));
        await using var bot = await StartAsync();
        var command = ScriptedInteraction.Command("article", ("source", "long.txt"));

        await bot.CallAsync(command);
        var first = Page(await bot.Discord.RequestAsync(request => request.IsEdit));
        await bot.CallAsync(ScriptedInteraction.Click($"next:{command.Id}:1"));
        var turned = await bot.Discord.RequestAsync(request => request.IsEdit && request.Text.Contains("Page 2", StringComparison.Ordinal));

        Assert.Contains("Sentence number 1 says something.", first, StringComparison.Ordinal);
        Assert.EndsWith("says something.", first, StringComparison.Ordinal);
        Assert.StartsWith("Sentence number", Page(turned), StringComparison.Ordinal);
        Assert.Equal(
            [("Previous page", $"next:{command.Id}:0"), ("Next page", $"next:{command.Id}:2")],
            turned
                .Body!.Value.GetProperty("components")[0]
                .GetProperty("components")
                .EnumerateArray()
                .Select(button => (button.GetProperty("label").GetString()!, button.GetProperty("custom_id").GetString()!))
        );
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Article_Unknown_IsSaid()
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Command("article", ("source", "none.txt")));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains("has no article", edit.Text, StringComparison.Ordinal);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Useful_IsStoredWithTheQuestionAndItsEvidence()
    {
        await using var bot = await StartAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what?"));
        await bot.CallAsync(ask);
        await bot.Discord.RequestAsync(request => request.IsEdit);

        await bot.CallAsync(ScriptedInteraction.Click($"useful:{ask.Id}:0"));
        await bot.CallAsync(ScriptedInteraction.Click($"notuseful:{ask.Id}:0").By("9"));
        await bot.IdleAsync();

        var feedback = await bot.Feedback.ReadAsync(10, TestContext.Current.CancellationToken);
        Assert.Equal(
            [(ask.Id, "like", "what?"), (ask.Id, "dislike", "what?")],
            feedback.OrderByDescending(entry => entry.Reaction).Select(entry => (entry.AnswerId, entry.Reaction, entry.Question))
        );
        Assert.All(feedback, entry => Assert.NotEmpty(entry.Citations));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task NotUseful_IsKeptAtOnce_AndADialogTakesAComment()
    {
        await using var bot = await StartAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what?"));
        await bot.CallAsync(ask);
        await bot.Discord.RequestAsync(request => request.IsEdit);

        var (_, dialog) = await bot.CallAsync(ScriptedInteraction.Click($"notuseful:{ask.Id}:0"));
        await bot.IdleAsync();
        var before = Assert.Single(await bot.Feedback.ReadAsync(10, TestContext.Current.CancellationToken));
        var (_, first) = await bot.CallAsync(
            ScriptedInteraction.Entry($"comment:{ask.Id}:0", "comment", " It was *Tuesday*.\nSee page 2. ")
        );
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Text.Contains("Noted as not useful", StringComparison.Ordinal));
        await bot.IdleAsync();

        Assert.Equal(9, dialog!.Value.GetProperty("type").GetInt32());
        var data = dialog.Value.GetProperty("data");
        Assert.Equal($"comment:{ask.Id}:0", data.GetProperty("custom_id").GetString());
        Assert.Equal(2000, data.GetProperty("components")[0].GetProperty("component").GetProperty("max_length").GetInt32());
        Assert.Equal(("dislike", null, "what?"), (before.Reaction, before.Comment, before.Question));
        Assert.Equal(64, first!.Value.GetProperty("data").GetProperty("flags").GetInt32());
        var after = Assert.Single(await bot.Feedback.ReadAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal(("dislike", "It was *Tuesday*.\nSee page 2.", "what?"), (after.Reaction, after.Comment, after.Question));
        Assert.NotEmpty(after.Citations);
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData(" \n ", 0)]
    [InlineData("long", 2000)]
    public async Task Comment_ThatIsEmpty_IsNone_AndALongOneIsCut(string entered, int length)
    {
        await using var bot = await StartAsync();

        await bot.CallAsync(ScriptedInteraction.Entry("comment:17:0", "comment", entered == "long" ? new string('a', 5000) : entered));
        await bot.IdleAsync();

        var feedback = Assert.Single(await bot.Feedback.ReadAsync(10, TestContext.Current.CancellationToken));
        Assert.Equal(("17", "dislike", length), (feedback.AnswerId, feedback.Reaction, feedback.Comment?.Length ?? 0));
    }

    [Theory]
    [InlineData("useful:17:0")]
    [InlineData("comment:17")]
    public async Task Dialog_Unknown_IsAnswered_AndNothingIsKept(string id)
    {
        await using var bot = await StartAsync();

        var (_, first) = await bot.CallAsync(ScriptedInteraction.Entry(id, "comment", "It was Tuesday."));
        await bot.IdleAsync();

        Assert.Contains("too old", first!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(await bot.Feedback.ReadAsync(10, TestContext.Current.CancellationToken));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Digest_HasAButtonForEachStory_ThatFollowsItForTheChannel()
    {
        await using var bot = await StartAsync();
        var digest = ScriptedInteraction.Subcommand("digest", "date", ("day", "2023-05-03"));
        await bot.CallAsync(digest);
        var shown = await bot.Discord.RequestAsync(request => request.IsEdit);

        var (_, first) = await bot.CallAsync(ScriptedInteraction.Click($"follow:{digest.Id}:0").By("9", Manager));
        await bot.Discord.RequestAsync(request => request.IsEdit && request.Text.Contains("Done.", StringComparison.Ordinal));

        Assert.Equal([("Follow 1", $"follow:{digest.Id}:0")], ButtonsIn(shown.Body!.Value, "follow"));
        Assert.Equal(64, first!.Value.GetProperty("data").GetProperty("flags").GetInt32());
        Assert.Equal("kremlin.txt", Assert.Single(newsroom.Followed));
        var request = Assert.Single(newsroom.Subscriptions);
        Assert.Equal((true, ScriptedDiscord.ChannelId, "9"), (request.MayManage, request.Conversation, request.Reader.Person));
        Assert.Equal("/alert list", request.Syntax.List);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task SubscribedDigest_HasAButtonForEachStory_EvenOnItsOnlyPage()
    {
        await using var bot = await StartAsync();
        var post = new DigestPost
        {
            Key = "7-20230503",
            Conversation = ScriptedDiscord.ChannelId,
            Digest = ScriptedNewsroom.DigestOf(ScriptedNewsroom.Day),
            DueAt = DateTimeOffset.UnixEpoch,
            IsLate = false,
        };

        await bot.DigestChannel.PostAsync(post, TestContext.Current.CancellationToken);
        var sent = await bot.Discord.RequestAsync(request => request.IsPost);
        await bot.CallAsync(ScriptedInteraction.Click("follow:d7-20230503:0"));
        await bot.IdleAsync();

        Assert.Equal([("Follow 1", "follow:d7-20230503:0")], ButtonsIn(sent.Body!.Value, "follow"));
        Assert.Equal("kremlin.txt", Assert.Single(newsroom.Followed));
        Assert.False(Assert.Single(newsroom.Subscriptions).MayManage);
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-4, false)]
    public async Task Answer_OffersToFollowItsStory_AsLongAsThatIsNotOver(int days, bool isOffered)
    {
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days);
        newsroom.Answering = (question, _) =>
        {
            var answer = ScriptedNewsroom.Answer(question.Text, ("Drones were aimed at the Kremlin on Wednesday.", "Drones"));
            return Task.FromResult(answer with { Citations = [answer.Citations[0] with { Published = day }] });
        };
        await using var bot = await StartAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what?"));
        await bot.CallAsync(ask);
        var shown = await bot.Discord.RequestAsync(request => request.IsEdit);

        await bot.CallAsync(ScriptedInteraction.Click($"follow:{ask.Id}:0"));
        await bot.IdleAsync();

        (string, string)[] offered = isOffered ? [("Follow this story", $"follow:{ask.Id}:0")] : [];
        string[] followed = isOffered ? ["kremlin.txt"] : [];
        Assert.Equal(offered, ButtonsIn(shown.Body!.Value, "follow"));
        Assert.Equal(followed, newsroom.Followed);
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Passages_MarkTheQuote_AmongTheSentencesAroundIt()
    {
        await using var bot = await StartAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what?"));
        await bot.CallAsync(ask);
        await bot.Discord.RequestAsync(request => request.IsEdit);

        var click = ScriptedInteraction.Click($"passages:{ask.Id}:0");
        await bot.CallAsync(click);
        var edit = await bot.Discord.RequestAsync(request =>
            request.IsEdit && request.Path.Contains(click.Token, StringComparison.Ordinal)
        );

        Assert.EndsWith(
            "\n> **Drones were aimed at the Kremlin on Wednesday.** They were disabled by 14 officers. Nobody was hurt.",
            Page(edit),
            StringComparison.Ordinal
        );
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Passages_OfAWithdrawnArticle_AreNotShown()
    {
        await using var bot = await StartAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what?"));
        await bot.CallAsync(ask);
        await bot.Discord.RequestAsync(request => request.IsEdit);
        newsroom.Articles.Clear();

        var click = ScriptedInteraction.Click($"passages:{ask.Id}:0");
        await bot.CallAsync(click);
        var edit = await bot.Discord.RequestAsync(request =>
            request.IsEdit && request.Path.Contains(click.Token, StringComparison.Ordinal)
        );

        Assert.Contains("withdrawn", edit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kremlin", edit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_ShowsTheVerdictOfEachSentence()
    {
        await using var bot = await StartAsync();
        var message = "Drones were aimed at the Kremlin on Wednesday. Twelve were shot down. The weather in Paris stayed sunny.";

        await bot.CallAsync(ScriptedInteraction.MessageCommand("Check against sources", message));
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        var verdicts = edit.Body!.Value.GetProperty("embeds")[0]
            .GetProperty("fields")
            .EnumerateArray()
            .Select(field => field.GetProperty("name").GetString()!.Split(':')[0]);
        Assert.Equal(["Supported", "Contradicted", "Not found"], verdicts);
        bot.Discord.AssertNoViolations();
    }

    [Theory]
    [InlineData(9, "sources", "query", "article:a")]
    [InlineData(9, "article", "source", "a")]
    [InlineData(150, "sources", "query", "article:Kremlin says drones")]
    [InlineData(150, "article", "source", "Kremlin says drones")]
    public async Task Completion_OfALongHeadline_IsCutAtAWord_AndEntersTheArticle(
        int sourceLength,
        string command,
        string option,
        string expected
    )
    {
        var headline = $"Kremlin says drones were aimed at its dome {string.Join(' ', Enumerable.Repeat("overnight", 9))} and shot down";
        newsroom.Articles[0] = newsroom.Articles[0] with { Source = new string('a', sourceLength), Headline = headline };
        await using var bot = await StartAsync();

        var (_, body) = await bot.CallAsync(ScriptedInteraction.Typing(command, option, "Kreml"));
        var choice = Assert.Single(body!.Value.GetProperty("data").GetProperty("choices").EnumerateArray());
        var (name, value) = (choice.GetProperty("name").GetString()!, choice.GetProperty("value").GetString()!);
        var chosen = ScriptedInteraction.Command(command, (option, value));
        await bot.CallAsync(chosen);
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.EndsWith(" overnight…", name, StringComparison.Ordinal);
        Assert.InRange(name.Length, 80, 100);
        Assert.StartsWith(expected, value, StringComparison.Ordinal);
        Assert.InRange(value.Length, expected.Length, 100);
        Assert.DoesNotContain('…', value);
        Assert.Contains("overnight and shot down\"", edit.Text, StringComparison.Ordinal);
        if (command == "sources")
            Assert.Equal(headline, Assert.Single(newsroom.Queries));
        bot.Discord.AssertNoViolations();
    }

    [Fact]
    public async Task Completion_ThatTakesTooLong_IsEmptyInTime()
    {
        newsroom.BeforeSuggesting = token => Task.Delay(Timeout.Infinite, token);
        await using var bot = await StartAsync();

        var (status, body) = await bot.CallAsync(ScriptedInteraction.Typing("article", "source", "Dro"));

        Assert.Equal((200, 8), (status, body!.Value.GetProperty("type").GetInt32()));
        Assert.Empty(body.Value.GetProperty("data").GetProperty("choices").EnumerateArray());
    }

    [Fact]
    public async Task Failure_OfTheNewsroom_IsACalmSentenceWithAReference()
    {
        newsroom.Answering = (_, _) => throw new InvalidOperationException("secret detail");
        await using var bot = await StartAsync();
        var ask = ScriptedInteraction.Command("ask", ("question", "what?"));

        await bot.CallAsync(ask);
        var edit = await bot.Discord.RequestAsync(request => request.IsEdit);

        Assert.Contains(ask.Id, edit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", edit.Text, StringComparison.Ordinal);
        Assert.Contains(
            bot.Log.Lines,
            line => line.Contains("secret detail", StringComparison.Ordinal) && line.Contains(ask.Id, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Stop_WhileAQuestionRuns_TellsTheAskerToAskAgain()
    {
        newsroom.Answering = async (question, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return ScriptedNewsroom.Answer(question.Text);
        };
        await using var bot = await StartAsync();
        await bot.CallAsync(ScriptedInteraction.Command("ask", ("question", "what?")));

        await bot.StopAsync();

        Assert.Contains("restarted", (await bot.Discord.RequestAsync(request => request.IsEdit)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_Unknown_IsAnswered()
    {
        await using var bot = await StartAsync();

        var (status, _) = await bot.CallAsync(ScriptedInteraction.Command("dance"));

        Assert.Equal(200, status);
        bot.Discord.AssertNoViolations();
    }

    private static (string Label, string Id)[] ButtonsIn(JsonElement message, string verb) =>
        [
            .. message
                .GetProperty("components")
                .EnumerateArray()
                .SelectMany(row => row.GetProperty("components").EnumerateArray())
                .Select(button => (button.GetProperty("label").GetString()!, button.GetProperty("custom_id").GetString()!))
                .Where(button => button.Item2.StartsWith(verb + ":", StringComparison.Ordinal)),
        ];

    private static string Page(ScriptedRequest edit) => edit.Body!.Value.GetProperty("embeds")[0].GetProperty("description").GetString()!;

    private Task<RunningBot> StartAsync(Func<DiscordOptions, DiscordOptions>? change = null) =>
        RunningBot.StartAsync(newsroom, options => RunningBot.OverHttp(change?.Invoke(options) ?? options));
}
