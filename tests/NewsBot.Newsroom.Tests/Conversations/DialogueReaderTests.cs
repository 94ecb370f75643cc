using NewsBot.Newsroom.Conversations;

namespace NewsBot.Newsroom.Tests.Conversations;

public sealed class DialogueReaderTests
{
    [Theory]
    [InlineData("Hello!", nameof(DialogueAct.Greeting))]
    [InlineData("good morning NewsBot 👋", nameof(DialogueAct.Greeting))]
    [InlineData("thanks a lot!!", nameof(DialogueAct.Thanks))]
    [InlineData("Thank you very much.", nameof(DialogueAct.Thanks))]
    [InlineData("bye", nameof(DialogueAct.Farewell))]
    [InlineData("help", nameof(DialogueAct.Help))]
    [InlineData("What can you do?", nameof(DialogueAct.Help))]
    [InlineData("digest", nameof(DialogueAct.Digest))]
    [InlineData("show me the digest", nameof(DialogueAct.Digest))]
    [InlineData("sources drone", nameof(DialogueAct.Sources))]
    [InlineData("  ", nameof(DialogueAct.Empty))]
    [InlineData("🔥🔥🔥", nameof(DialogueAct.Wordless))]
    [InlineData("???", nameof(DialogueAct.Wordless))]
    [InlineData("```for (int i = 0; i < n; i++) { run(); }```", nameof(DialogueAct.Code))]
    [InlineData("if (x == 1) { return foo[bar]; } else { y = $z; }", nameof(DialogueAct.Code))]
    public void Message_ThatIsNoQuestion_IsToldFromOne(string message, string act)
    {
        Assert.Equal(act, DialogueReader.Read(message).Act.ToString());
    }

    [Theory]
    [InlineData("Where was Putin?", "Where was Putin?")]
    [InlineData("Hello NewsBot, where was Putin?", "where was Putin?")]
    [InlineData("drone krasnodar", "drone krasnodar")]
    [InlineData("Who helped the thankful mayor say hello?", "Who helped the thankful mayor say hello?")]
    [InlineData("What does `rm -rf` have to do with the hack?", "What does `rm -rf` have to do with the hack?")]
    [InlineData("Sources close to Putin said what?", "Sources close to Putin said what?")]
    public void Question_IsReadWithoutItsGreeting(string message, string expected)
    {
        var (act, text) = DialogueReader.Read(message);

        Assert.Equal((DialogueAct.Question, expected), (act, text));
    }

    [Fact]
    public void Sources_AreAskedForByWord()
    {
        Assert.Equal((DialogueAct.Sources, "drone strikes"), DialogueReader.Read("Sources: drone strikes"));
    }

    [Fact]
    public void Message_OfTenThousandCharacters_IsTooLong()
    {
        Assert.Equal(DialogueAct.TooLong, DialogueReader.Read(new string('a', 10_000)).Act);
    }
}
