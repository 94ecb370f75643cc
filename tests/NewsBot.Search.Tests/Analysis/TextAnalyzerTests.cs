using NewsBot.Search.Analysis;

namespace NewsBot.Search.Tests.Analysis;

public class TextAnalyzerTests
{
    [Fact]
    public void Sentence_BecomesTermsAtTheirPlaces()
    {
        const string Text = "Two drones attacked Putin’s residence.";

        var tokens = TextAnalyzer.Analyze(Text);

        Assert.Equal(["two", "drone", "attack", "putin", "resid"], tokens.Select(token => token.Term));
        Assert.Equal(["Two", "drones", "attacked", "Putin’s", "residence"], tokens.Select(token => Text[token.Start..token.End]));
    }

    [Theory]
    [InlineData("where was Putin?", "putin")]
    [InlineData("Who don’t they trust", "trust")]
    [InlineData("The WHO told us IT fails", "who|told|us|it|fail")]
    [InlineData("THE WHO TOLD US IT FAILS", "told|us|fail")]
    [InlineData("The U.S. in May", "us|may")]
    public void StopWords_AreMarked(string text, string remaining)
    {
        var terms = TextAnalyzer.Analyze(text).Where(token => !token.IsStopWord).Select(token => token.Term);

        Assert.Equal(remaining, string.Join('|', terms));
    }

    [Fact]
    public void EndlessWord_IsCut()
    {
        var token = Assert.Single(TextAnalyzer.Analyze(new string('A', 100_000)));

        Assert.Equal(100_000, token.Length);
        Assert.Equal(TextAnalyzer.MaxWordLength, token.Term.Length);
    }
}
