using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Questions;

public sealed class QuestionReaderTests
{
    [Theory]
    [InlineData("Where was the minister?", "Place")]
    [InlineData("In which country did the ship sink?", "Place")]
    [InlineData("When did the strike begin?", "Time")]
    [InlineData("What time did the doors open?", "Time")]
    [InlineData("In what year was the bridge built?", "Time")]
    [InlineData("Who opened the bridge?", "Person")]
    [InlineData("Who is the mayor of Leeds?", "Person")]
    [InlineData("Which politician resigned?", "Person")]
    [InlineData("Who is Ann Lee?", "Definition")]
    [InlineData("What is the Humber Bridge?", "Definition")]
    [InlineData("What is the population of Leeds?", "Quantity")]
    [InlineData("How many ships sank?", "Quantity")]
    [InlineData("How much did the bridge cost?", "Quantity")]
    [InlineData("How long did the strike last?", "Quantity")]
    [InlineData("Why did the ship sink?", "Reason")]
    [InlineData("What caused the fire?", "Thing")]
    [InlineData("What did cause the fire?", "Reason")]
    [InlineData("How did the ship sink?", "Manner")]
    [InlineData("What did Ann Lee say about the strike?", "Speech")]
    [InlineData("How did the government respond?", "Speech")]
    [InlineData("Was anyone hurt?", "YesNo")]
    [InlineData("What was hit?", "Thing")]
    [InlineData("Which bridge collapsed?", "Thing")]
    [InlineData("Humber Bridge strike", "Topic")]
    public void Question_IsOfItsKind(string question, string kind)
    {
        Assert.Equal(kind, QuestionReader.Read(question).Kind.ToString());
    }

    [Fact]
    public void Words_ThatSayNothing_AreNoTerms()
    {
        var question = QuestionReader.Read("What did the mayor of Leeds do about the strike?");

        Assert.Equal(["mayor", "leeds", "strike"], question.Terms.Select(term => term.Word.Folded));
    }

    [Fact]
    public void Name_OfSeveralWords_IsOneName()
    {
        var question = QuestionReader.Read("Did Ann Lee meet John Smith in Leeds?");

        Assert.Equal(
            ["ann lee", "john smith", "leeds"],
            question.Names.Select(name => string.Join(' ', name.Select(term => term.Word.Folded)))
        );
    }

    [Fact]
    public void Alternatives_ShareAGroup()
    {
        var question = QuestionReader.Read("Was anyone killed or injured?");

        Assert.Single(question.Terms.Select(term => term.Group).Distinct());
    }

    [Fact]
    public void Phrase_ThatMeansOneThing_IsOneTerm()
    {
        var question = QuestionReader.Read("Will the race go ahead?");

        Assert.Equal([1, 2], question.Terms.Select(term => term.WordCount));
    }

    [Theory]
    [InlineData("What did the mayor of Leeds say?", "mayor")]
    [InlineData("What did Lee's spokesman say?", "spokesman")]
    [InlineData("What did Ann Lee say?", "lee")]
    public void Speaker_IsTheHeadOfItsPhrase(string question, string speaker)
    {
        Assert.Equal(speaker, QuestionReader.Read(question).Speaker?.Word.Folded);
    }
}
