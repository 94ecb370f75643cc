using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Questions;

public sealed class WordingTests
{
    [Theory]
    [InlineData("wheres the mayor?", "where is the mayor?")]
    [InlineData("Who the heck is Olsen?", "Who is Olsen?")]
    [InlineData("how come the ferry stopped", "why the ferry stopped")]
    [InlineData("didnt anybody see it?", "didn't anyone see it?")]
    [InlineData("Where is the mayor?", "Where is the mayor?")]
    public void Colloquialism_IsWrittenOut(string question, string written) =>
        Assert.Equal(written, Wording.WriteOut(AnnotatedText.Read(question)).Text);

    [Theory]
    [InlineData("where wos Olsen?", "where was Olsen?")]
    [InlineData("what did Sobianin ban?", "what did Sobyanin ban?")]
    [InlineData("who met zelenskiy?", "who met zelensky?")]
    [InlineData("what was said abuot Olsen?", "what was said about Olsen?")]
    public void MisspeltWord_IsSpelledAsThePassagesOrQuestionsSpellIt(string question, string respelled) =>
        Assert.Equal(respelled, Respell(question));

    [Theory]
    [InlineData("Where was Putnam?")]
    [InlineData("What does Matias Jimenez say?")]
    [InlineData("How much did Annis Nanton owe?")]
    [InlineData("what betting info is banned?")]
    [InlineData("Who owns the ferry?")]
    [InlineData("When did the xqzt open?")]
    public void Word_WithoutANearOne_Stays(string question) => Assert.Equal(question, Respell(question));

    private static string Respell(string question)
    {
        const string First = "Mayor Sobyanin met Zelensky and Olsen at the ferry, and Putin stayed away with Annie and Macias. ";
        const string Text = First + "Matias went into town.";
        var passage = new Passage
        {
            Number = 0,
            Range = new TextRange(0, Text.Length),
            Sentences = [new TextRange(0, First.Length), new TextRange(First.Length, Text.Length)],
        };
        var article = new ArchivedArticle(
            0,
            new Article
            {
                Source = "some",
                Text = Text,
                Headline = "",
            },
            [passage]
        );
        return Wording
            .Respell(AnnotatedText.Read(question), new(() => PassageVocabulary.Of([new RetrievedPassage(article, passage, 1)])))
            .Text;
    }
}
