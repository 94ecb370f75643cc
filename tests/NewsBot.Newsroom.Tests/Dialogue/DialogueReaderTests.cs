using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Dialogue;

namespace NewsBot.Newsroom.Tests.Dialogue;

public sealed class DialogueReaderTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateOnly Today = new(2026, 5, 5);

    [Theory]
    [InlineData("Hello!", typeof(DialogueAct.Greeting))]
    [InlineData("good morning NewsBot 👋", typeof(DialogueAct.Greeting))]
    [InlineData("thanks a lot!!", typeof(DialogueAct.Thanks))]
    [InlineData("Thank you very much.", typeof(DialogueAct.Thanks))]
    [InlineData("bye", typeof(DialogueAct.Farewell))]
    [InlineData("help", typeof(DialogueAct.Help))]
    [InlineData("/help", typeof(DialogueAct.Help))]
    [InlineData("What can you do?", typeof(DialogueAct.Help))]
    [InlineData("", typeof(DialogueAct.Empty))]
    [InlineData("  \u00a0", typeof(DialogueAct.Empty))]
    [InlineData("🔥🔥🔥", typeof(DialogueAct.Wordless))]
    [InlineData("???", typeof(DialogueAct.Wordless))]
    [InlineData("/", typeof(DialogueAct.Wordless))]
    [InlineData("```for (int i = 0; i < n; i++) { run(); }```", typeof(DialogueAct.ProgramText))]
    [InlineData("if (x == 1) { return foo[bar]; } else { y = $z; }", typeof(DialogueAct.ProgramText))]
    public void Message_ThatIsNotAQuestion_IsToldFromOne(string message, Type act)
    {
        Assert.IsType(act, DialogueReader.Read(message, Today));
    }

    [Theory]
    [InlineData("Where was Putin?", "Where was Putin?")]
    [InlineData("Hello NewsBot, where was Putin?", "where was Putin?")]
    [InlineData("drone krasnodar", "drone krasnodar")]
    [InlineData("Who helped the thankful mayor say hello?", "Who helped the thankful mayor say hello?")]
    [InlineData("What does `rm -rf` have to do with the hack?", "What does `rm -rf` have to do with the hack?")]
    [InlineData("Sources close to Putin said what?", "Sources close to Putin said what?")]
    [InlineData("sources?", "sources?")]
    [InlineData("timeline of the war?", "timeline of the war?")]
    [InlineData("subscribe to the digest?", "subscribe to the digest?")]
    [InlineData("Digest of Ukrainian news reported by whom?", "Digest of Ukrainian news reported by whom?")]
    [InlineData("digest drone", "digest drone")]
    [InlineData("digest in May 2026", "digest in May 2026")]
    [InlineData("subscribe numbers fell at Netflix", "subscribe numbers fell at Netflix")]
    [InlineData("stop", "stop")]
    [InlineData("stop the war", "stop the war")]
    [InlineData("sourcesdrone", "sourcesdrone")]
    [InlineData("passages of the treaty", "passages of the treaty")]
    [InlineData("Alerts were issued in Kyiv", "Alerts were issued in Kyiv")]
    [InlineData("Alert level in Kyiv?", "Alert level in Kyiv?")]
    [InlineData("tell me when the drones came", "tell me when the drones came")]
    [InlineData("Who notified the mayor?", "Who notified the mayor?")]
    [InlineData("subscribe to the digest or not?", "subscribe to the digest or not?")]
    public void Question_IsReadWithoutItsGreeting(string message, string expected)
    {
        Assert.Equal(new DialogueAct.Question(expected), DialogueReader.Read(message, Today));
    }

    [Theory]
    [InlineData("sources drone", "drone")]
    [InlineData("source drone", "drone")]
    [InlineData("Sources: drone strikes", "drone strikes")]
    [InlineData("/sources drone", "drone")]
    [InlineData("search for drone strikes ", "drone strikes")]
    [InlineData("Hi NewsBot, sources drone", "drone")]
    [InlineData("sources source:000_7f before:2023-05-04 \"no casualties\"", "source:000_7f before:2023-05-04 \"no casualties\"")]
    [InlineData("sources", "")]
    public void Sources_AreAskedForByWord(string message, string query)
    {
        Assert.Equal(new DialogueAct.Sources(query), DialogueReader.Read(message, Today));
    }

    [Theory]
    [InlineData("digest", null)]
    [InlineData("Digest?", null)]
    [InlineData("/digest", null)]
    [InlineData("newsbot digest", null)]
    [InlineData("show me the digest, please", null)]
    [InlineData("the latest news digest", null)]
    [InlineData("digest of the day", null)]
    [InlineData("digest yesterday", "2026-05-04")]
    [InlineData("yesterday's digest", "2026-05-04")]
    [InlineData("give me the digest for yesterday please!", "2026-05-04")]
    [InlineData("digest for today", "2026-05-05")]
    [InlineData("digest 2026-05-03", "2026-05-03")]
    [InlineData("digest: 2026-05-03", "2026-05-03")]
    [InlineData("digest of 3 may 2023", "2023-05-03")]
    [InlineData("digest from last Friday", "2026-05-01")]
    [InlineData("digest on monday", "2026-05-04")]
    public void Digest_NamesItsDay(string message, string? day)
    {
        Assert.Equal(new DialogueAct.Digest(day is null ? null : DateOnly.Parse(day)), DialogueReader.Read(message, Today));
    }

    [Theory]
    [InlineData("timeline drone", "drone")]
    [InlineData("Timeline: Victory Day", "Victory Day")]
    [InlineData("show me the timeline of the war", "the war")]
    [InlineData("/timeline", "")]
    public void Timeline_NamesItsTopic(string message, string topic)
    {
        Assert.Equal(new DialogueAct.Timeline(topic), DialogueReader.Read(message, Today));
    }

    [Theory]
    [InlineData("digest subscribe 08:00 Europe/London weekdays drone", "subscribe 08:00 Europe/London weekdays drone")]
    [InlineData("digest list", "list")]
    [InlineData("digest change 1 9:00", "change 1 9:00")]
    [InlineData("digest stop 1", "stop 1")]
    [InlineData("subscribe", "subscribe")]
    [InlineData("subscribe 08:00 Europe/London", "subscribe 08:00 Europe/London")]
    [InlineData("Subscribe me to the daily digest at 8:00 Europe/London", "subscribe 8:00 Europe/London")]
    [InlineData("subscriptions", "list")]
    [InlineData("show my subscriptions", "list")]
    [InlineData("unsubscribe", "unsubscribe")]
    [InlineData("unsubscribe 2", "unsubscribe 2")]
    [InlineData("unsubscribe from the digest number 2", "unsubscribe 2")]
    [InlineData("unsubscribe from drone", "unsubscribe drone")]
    [InlineData("please unsubscribe", "unsubscribe")]
    [InlineData("Unsubscribe me please", "unsubscribe")]
    [InlineData("unsubscribe from this", "unsubscribe")]
    [InlineData("unsubscribe themes", "unsubscribe themes")]
    [InlineData("stop the digest", "unsubscribe")]
    public void Subscription_IsPutIntoWordsThatItsCommandsUnderstand(string message, string words)
    {
        Assert.Equal(new DialogueAct.Subscription(words), DialogueReader.Read(message, Today));
    }

    [Fact]
    public void Desk_IsReadWithItsNameAndPerson()
    {
        Assert.Equal(new DialogueAct.Desk(new DeskOrder.Show()), DialogueReader.Read("Desk", Today));
        Assert.Equal(new DialogueAct.Desk(new DeskOrder.List()), DialogueReader.Read("/desk list", Today));
        Assert.Equal(new DialogueAct.Desk(new DeskOrder.Assign("World news", null)), DialogueReader.Read("desk set World news", Today));
        Assert.Equal(new DialogueAct.Desk(new DeskOrder.Assign("Sports", "8d2f")), DialogueReader.Read("desk set Sports for 8d2f", Today));
        Assert.Equal(new DialogueAct.Desk(new DeskOrder.Clear("8d2f")), DialogueReader.Read("desk clear for 8d2f", Today));
        Assert.Equal(new DialogueAct.Desk(null), DialogueReader.Read("desk set", Today));
    }

    [Theory]
    [InlineData("Desk editors protest in London")]
    [InlineData("desk list?")]
    public void WordsThatBeginLikeADeskCommand_AreAQuestion(string message) =>
        Assert.IsType<DialogueAct.Question>(DialogueReader.Read(message, Today));

    [Theory]
    [InlineData("alert drone near Kremlin", "add drone near Kremlin")]
    [InlineData("/alert \"Red Square\" outlet:Reuters hourly", "add \"Red Square\" outlet:Reuters hourly")]
    [InlineData("alert: drone", "add drone")]
    [InlineData("Hello NewsBot, alert drone", "add drone")]
    [InlineData("alert me when a drone is seen over Moscow", "add a drone is seen over Moscow")]
    [InlineData("Can you alert me when Putin speaks?", "add Putin speaks")]
    [InlineData("please notify us if there are casualties", "add there are casualties")]
    [InlineData("set up an alert for drones", "add drones")]
    [InlineData("subscribe to drones", "add drones")]
    [InlineData("alert me when there is an answer to \"Who flew it?\"", "add when there is an answer to \"Who flew it?\"")]
    [InlineData("tell me when there is an answer to who flew it?", "add when there is an answer to who flew it")]
    [InlineData("let me know when there's an answer to “Who flew it?”", "add when there's an answer to “Who flew it?”")]
    [InlineData("follow 2", "follow 2")]
    [InlineData("Follow story #3, please", "follow 3")]
    [InlineData("follow", "follow")]
    [InlineData("Follow this story, please", "follow")]
    [InlineData("alerts", "list")]
    [InlineData("Alert list", "list")]
    [InlineData("show my alerts", "list")]
    [InlineData("alert stop 1", "stop 1")]
    [InlineData("alert mute 1 2h", "mute 1 2h")]
    [InlineData("alert stop of trains", "add stop of trains")]
    [InlineData("alert", "")]
    [InlineData("set up an alert", "")]
    public void Alert_IsPutIntoWordsThatItsCommandsUnderstand(string message, string words)
    {
        var act = DialogueReader.Read(message, Today);

        Assert.Equal(new DialogueAct.Alert(words), act);
        Assert.DoesNotContain('\n', DialogueReplies.To(act));
    }

    [Theory]
    [InlineData("passages")]
    [InlineData("Show passages")]
    [InlineData("show me the passages behind this answer, please")]
    [InlineData("/passages")]
    public void Passages_OfTheAnswerBefore_AreAskedForByWord(string message) =>
        Assert.Equal(new DialogueAct.Passages(), DialogueReader.Read(message, Today));

    [Fact]
    public void Message_OfTenThousandCharacters_IsTooLong()
    {
        Assert.Equal(new DialogueAct.TooLong(10_000), DialogueReader.Read(new string('a', 10_000), Today));
    }
}
