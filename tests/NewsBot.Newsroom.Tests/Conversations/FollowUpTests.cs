using NewsBot.Newsroom.Conversations;

namespace NewsBot.Newsroom.Tests.Conversations;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("and when?", "How many drones were aimed at the Kremlin?", "when drones were aimed at the Kremlin?")]
    [InlineData("Why?", "Who accused Ukraine of the attack?", "Why accused Ukraine of the attack?")]
    [InlineData("How many?", "Were drones shot down?", "How many drones shot down?")]
    [InlineData("what about Russia?", "What did Ukraine say about the strike?", "What did Russia say about the strike?")]
    [InlineData("And in Crimea?", "How many drones were shot down?", "How many drones were shot down in Crimea?")]
    [InlineData(
        "What did Ukraine say about it?",
        "How many drones were aimed at the Kremlin?",
        "What did Ukraine say about drones were aimed at the Kremlin?"
    )]
    [InlineData("Where was he?", "Who is Dmitry Peskov?", "Where was Dmitry Peskov?")]
    [InlineData("What did he ban?", "Who is the mayor of Moscow?", "What did the mayor of Moscow ban?")]
    [InlineData("Where is his residence?", "Was Putin hurt?", "Where is Putin's residence?")]
    public void Question_ThatLeansOnTheOneBefore_IsCompleted(string question, string previous, string expected)
    {
        Assert.Equal(expected, FollowUp.Complete(question, previous));
    }

    [Theory]
    [InlineData("Who is the mayor of Kyiv?")]
    [InlineData("When is the Victory Day parade?")]
    [InlineData("Did Putin say where he was?")]
    [InlineData("How many people were killed in that attack on the depot?")]
    public void Question_ThatStandsOnItsOwn_IsLeftAlone(string question)
    {
        Assert.Equal(question, FollowUp.Complete(question, "Where was Biden?"));
    }
}
