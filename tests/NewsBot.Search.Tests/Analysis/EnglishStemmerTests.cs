using NewsBot.Search.Analysis;
using NewsBot.TestSupport;

namespace NewsBot.Search.Tests.Analysis;

public class EnglishStemmerTests
{
    // Words and stems of the published vocabulary, one or more for each rule of the algorithm.
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("cries", "cri")]
    [InlineData("ties", "tie")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("agreed", "agre")]
    [InlineData("proceed", "proceed")]
    [InlineData("hopping", "hop")]
    [InlineData("hoped", "hope")]
    [InlineData("egging", "egg")]
    [InlineData("luxuriating", "luxuri")]
    [InlineData("dying", "die")]
    [InlineData("innings", "inning")]
    [InlineData("cry", "cri")]
    [InlineData("say", "say")]
    [InlineData("youth", "youth")]
    [InlineData("relational", "relat")]
    [InlineData("international", "internat")]
    [InlineData("universities", "universiti")]
    [InlineData("emergency", "emergenc")]
    [InlineData("organization", "organiz")]
    [InlineData("psychologist", "psycholog")]
    [InlineData("formative", "format")]
    [InlineData("goodness", "good")]
    [InlineData("adoption", "adopt")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("controll", "control")]
    [InlineData("pasted", "paste")]
    [InlineData("skies", "sky")]
    [InlineData("news", "news")]
    [InlineData("'s'", "s")]
    [InlineData("there's", "there")]
    [InlineData("as", "as")]
    public void Word_OfTheVocabulary_HasItsStem(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    /// <summary>Words of the news, by what is cut off them: the check of the rules where the published vocabulary is absent.</summary>
    [Theory]
    [InlineData(
        "ministers minist, ministries ministri, floods flood, prices price, hospitals hospit, victims victim, skis ski, sadness sad"
    )]
    [InlineData(
        "elected elect, protested protest, killed kill, traded trade, injured injur, accused accus, denied deni, lied lie, tied tie, dyed dy"
    )]
    [InlineData(
        "electing elect, striking strike, burning burn, trading trade, governing govern, denying deni, negotiating negoti, lying lie, exceeding exceed"
    )]
    [InlineData(
        "government govern, agreement agreement, parliament parliament, parliamentary parliamentari, elector elector, governor governor"
    )]
    [InlineData(
        "inflation inflat, organisation organis, accusation accus, negotiations negoti, allegation alleg, conditional condit, national nation, nationality nation"
    )]
    [InlineData(
        "wildly wild, horribly horribl, possibly possibl, decisively decis, generously generous, carelessly careless, singly singl, gently gentl, early earli, only onli, idly idl, ugly ugli"
    )]
    [InlineData(
        "hopeful hope, hopefulness hope, careless careless, callousness callous, vileness vile, leadership leadership, decisive decis, responsible respons, terrible terribl"
    )]
    [InlineData(
        "economic econom, economy economi, electrical electr, electricity electr, authority author, university universiti, vitality vital, responsibility respons, injuries injuri"
    )]
    [InlineData(
        "general general, generous generous, communism communism, commune commune, arsenal arsenal, uglier uglier, struck struck, succeed succeed, budget budget"
    )]
    public void Words_OfTheNews_HaveTheirStems(string pairs)
    {
        var words = pairs.Split(", ").Select(pair => pair.Split(' '));

        Assert.All(words, pair => Assert.Equal(pair[1], EnglishStemmer.Stem(pair[0])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("россия")]
    [InlineData("27000")]
    [InlineData("2.30am")]
    public void Word_OutsideTheAlphabet_StaysAsItIs(string word) => Assert.Same(word, EnglishStemmer.Stem(word));

    [Fact]
    public void PublishedVocabulary_IsReproducedInFull()
    {
        var words = File.ReadAllLines(SharedFolder.Require("fixtures/snowball-english/voc.txt"));
        var stems = File.ReadAllLines(SharedFolder.Require("fixtures/snowball-english/output.txt"));

        var wrong = words
            .Zip(stems)
            .Where(pair => EnglishStemmer.Stem(pair.First) != pair.Second)
            .Select(pair => $"{pair.First} -> {EnglishStemmer.Stem(pair.First)}, not {pair.Second}");

        Assert.True(words.Length > 40_000);
        Assert.Equal(words.Length, stems.Length);
        Assert.Empty(wrong);
    }
}
