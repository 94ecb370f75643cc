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

    [Fact]
    public void Visit_HandsOverWhatAnalyzeLists_UntilNoMoreIsWanted()
    {
        const string Text = "Drones were shot down over the Kremlin, Russia’s president said at 2.30am on 3 May.";
        var all = new List<Token>();
        var three = new List<string>();

        TextAnalyzer.Visit(
            Text,
            (start, length, term, isStopWord) =>
            {
                all.Add(new Token(start, length, term.ToString(), isStopWord));
                return true;
            }
        );
        TextAnalyzer.Visit(
            Text,
            (_, _, term, _) =>
            {
                three.Add(term.ToString());
                return three.Count < 3;
            }
        );

        Assert.Equal(TextAnalyzer.Analyze(Text), all);
        Assert.Equal(all.Take(3).Select(token => token.Term), three);
    }
}
