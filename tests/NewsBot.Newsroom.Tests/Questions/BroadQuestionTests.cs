using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Questions;

public sealed class BroadQuestionTests
{
    [Theory]
    [InlineData("What do we know about the fire in Torsby?", "the fire in Torsby")]
    [InlineData("what do we know so far about the fire", "the fire")]
    [InlineData("Summarise the strike", "the strike")]
    [InlineData("Tell me about the parade", "the parade")]
    [InlineData("Give me a short overview of the election", "the election")]
    [InlineData("What's the latest on the ferry strike?", "the ferry strike")]
    [InlineData("Torsby fire: what do we know so far?", "Torsby fire")]
    [InlineData("What happened in Torsby?", "Torsby")]
    public void Summary_IsReadWithItsTopic(string question, string topic) =>
        Assert.Equal(new BroadQuestion(topic, false), BroadQuestion.Read(question));

    [Theory]
    [InlineData("How do the accounts of the union and the company differ?")]
    [InlineData("Do the outlets disagree about the number of dead?")]
    [InlineData("Where do the sources differ?")]
    public void Comparison_IsRead(string question) => Assert.True(BroadQuestion.Read(question)?.IsComparison);

    [Theory]
    [InlineData("What did we learn?")]
    [InlineData("What happened to the ferry?")]
    [InlineData("Who knows about the fire?")]
    [InlineData("How did the ferries differ from the old ones in price?")]
    [InlineData("When was the summary of the report published?")]
    public void Question_ForOneThing_AsksForNoSummary(string question) =>
        Assert.True(BroadQuestion.Read(question) is null or { IsComparison: true });

    [Theory]
    [InlineData("Where was Putin?", true)]
    [InlineData("Novo Ogarevo", true)]
    [InlineData("Who won the Tour de France in 2019?", true)]
    [InlineData("What did Angela van der Berg say?", true)]
    [InlineData("Wo war Putin?", false)]
    [InlineData("Où était le président ?", false)]
    [InlineData("¿Quién ganó las elecciones?", false)]
    [InlineData("Где был президент?", false)]
    [InlineData("总统在哪里？", false)]
    public void Language_IsReadFromScriptAndFunctionWords(string question, bool mayBeEnglish) =>
        Assert.Equal(mayBeEnglish, QuestionLanguage.MayBeEnglish(AnnotatedText.Read(question)));
}
