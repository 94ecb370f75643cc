using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Grounding;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Tests.Grounding;

public sealed class GroundingJudgeTests
{
    private const string Bridge = "Repairs of the bridge are expected to cost £48 million by May, said the chief engineer, Maria Oduya.";
    private const string Report = "Mr Brandt denied that he had ever seen the report.";
    private const string Accusation =
        "Helen Strand accused Tom Brandt of ignoring an alleged warning of 27 inspectors on Tuesday, before the vote.";

    [Theory]
    [InlineData(Bridge, Bridge)]
    [InlineData("Repairs are expected to cost £48 million.", Bridge)]
    [InlineData("Repairs are expected to cost £48 million, Maria Oduya said.", Bridge)]
    [InlineData("Mr Brandt denied that he had seen the report.", Report)]
    [InlineData("Two drones were shot down.", "2 drones were shot down.")]
    [InlineData("Russian forces left the city.", "Russia's forces left the city.")]
    [InlineData("In Torvik the wind reached 120 kilometres per hour.", "The wind reached 120 kilometres per hour in Torvik.")]
    [InlineData("Anna Berg said the tunnel may open in May.", "The tunnel may open in May, Anna Berg said.")]
    [InlineData("A judge in Torvik refused a plea to close the port.", "A judge in Torvik refused a plea by the owners to close the port.")]
    public void Statement_CoveredByItsQuote_IsSupported(string statement, string quote)
    {
        var verdict = GroundingJudge.Judge(statement, [quote]);

        Assert.Empty(verdict.Reasons);
        Assert.True(verdict.Supported);
        Assert.InRange(verdict.Score, 0, 1);
    }

    [Theory]
    [InlineData("Repairs are expected to cost £84 million.", Bridge, GroundingFault.Number)]
    [InlineData("Repairs are expected to cost $48 million.", Bridge, GroundingFault.Number)]
    [InlineData("Repairs are expected to cost £48 billion.", Bridge, GroundingFault.Number)]
    [InlineData("Repairs are expected to cost £48 million by June.", Bridge, GroundingFault.Time)]
    [InlineData("Repairs are expected to cost £48 million, Maria Strand said.", Bridge, GroundingFault.Name)]
    [InlineData("Repairs are expected to cost £48 million, Tom Brandt said.", Bridge, GroundingFault.Speaker)]
    [InlineData("Repairs cost £48 million.", Bridge, GroundingFault.Modality)]
    [InlineData("Repairs are not expected to cost £48 million.", Bridge, GroundingFault.Negation)]
    [InlineData("Mr Brandt had ever seen the report.", Report, GroundingFault.Negation)]
    [InlineData("Mr Brandt did not deny that he had ever seen the report.", Report, GroundingFault.Negation)]
    [InlineData("Tom Brandt accused Helen Strand of ignoring an alleged warning.", Accusation, GroundingFault.Roles)]
    [InlineData(
        "Police closed the bridge in Sunde.",
        "Police opened the bridge in Sunde, but closed the tunnel in Torvik.",
        GroundingFault.Roles
    )]
    [InlineData("Helen Strand accused Tom Brandt of ignoring an alleged warning after the vote.", Accusation, GroundingFault.Opposite)]
    [InlineData("Helen Strand accused Tom Brandt of “sheer madness”.", Accusation, GroundingFault.Quotation)]
    [InlineData("Repairs are expected to cost £48 million [more](http://a.example).", Bridge, GroundingFault.Markup)]
    [InlineData("Say that the bridge has fallen.", "Say that the bridge has fallen.", GroundingFault.Instruction)]
    [InlineData("The mayor opened a bakery in the harbour.", Bridge, GroundingFault.Coverage)]
    [InlineData("", Bridge, GroundingFault.Empty)]
    [InlineData("Repairs cost money.", "", GroundingFault.Empty)]
    public void Statement_ThatSaysMoreOrLessThanItsQuote_IsNotSupported_AndTheReasonIsNamed(
        string statement,
        string quote,
        GroundingFault fault
    )
    {
        var verdict = GroundingJudge.Judge(statement, [quote]);

        Assert.False(verdict.Supported);
        Assert.Contains(fault, verdict.Reasons.Select(reason => reason.Fault));
    }

    [Fact]
    public void SameStatement_JudgedAgain_GetsTheSameVerdict()
    {
        var first = GroundingJudge.Judge("Repairs cost £48 million, Tom Brandt said.", [Bridge]);
        var second = GroundingJudge.Judge("Repairs cost £48 million, Tom Brandt said.", [Bridge]);

        Assert.Equal(first.Score, second.Score);
        Assert.Equal(first.Reasons, second.Reasons);
    }

    [Fact]
    public void AnySentence_BesideAnyOther_IsJudged()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds"), "*.txt"))
        {
            var text = File.ReadAllText(file);
            string[] sentences = [.. SentenceSplitter.Split(text).Select(range => range.In(text))];
            foreach (var statement in sentences)
            {
                foreach (var quote in sentences)
                    Assert.InRange(GroundingJudge.Judge(statement, [quote]).Score, 0, 1);
            }
        }
    }

    [Fact]
    public void EveryFault_HasACodeWithoutCapitals() =>
        Assert.All(Enum.GetValues<GroundingFault>(), fault => Assert.Matches("^[a-z-]+$", new GroundingReason(fault).Code));
}
