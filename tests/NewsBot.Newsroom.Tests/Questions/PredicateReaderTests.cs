using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Questions;

public class PredicateReaderTests
{
    [Theory]
    [InlineData("Where can drones be bought?", "bought")]
    [InlineData("Where was the video filmed?", "filmed")]
    [InlineData("Where was the stolen car found?", "found")]
    [InlineData("When did the fire start?", "start")]
    [InlineData("Where did the large fire start in Moscow?", "start")]
    [InlineData("When did police officers find the boy?", "find")]
    [InlineData("Who did the president of France meet?", "meet")]
    [InlineData("Why did Biden visit the museum in Warsaw?", "visit")]
    [InlineData("Who accused Ukraine?", "accused")]
    [InlineData("Which Telegram channel posted the video?", "posted")]
    [InlineData("Was Zelensky injured?", "injured")]
    [InlineData("Did Russia provide evidence?", "provide")]
    public void Find_MainVerb_IsPredicate(string question, string predicate) =>
        Assert.Equal(predicate, QuestionReader.Read(question).Predicate?.Word.Folded);
}
