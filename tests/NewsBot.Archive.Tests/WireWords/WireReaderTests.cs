using System.Globalization;
using NewsBot.Archive.Articles;
using NewsBot.Archive.WireWords;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.WireWords;

/// <summary>
/// What the wires write: AP's kills and "Corrects" notes, AFP's and Reuters' words before a headline, press offices' embargo lines.
/// </summary>
public sealed class WireReaderTests
{
    [Theory]
    [InlineData("EMBARGOED UNTIL 10:00 GMT, 2 December 2026", "2026-12-02T10:00Z")]
    [InlineData("Embargoed until 10:00 GMT, 2 December 2026", "2026-12-02T10:00Z")]
    [InlineData("***STRICTLY EMBARGOED UNTIL 00.01 BST ON 3 JULY 2026***", "2026-07-02T23:01Z")]
    [InlineData("EMBARGO: 12:01 a.m. ET, Dec. 2, 2026", "2026-12-02T05:01Z")]
    [InlineData("HOLD FOR RELEASE UNTIL 6 P.M. EST, WEDNESDAY, DECEMBER 2, 2026", "2026-12-02T23:00Z")]
    [InlineData("NOT FOR PUBLICATION BEFORE 2026-12-02T10:00:00Z", "2026-12-02T10:00Z")]
    [InlineData("NOT FOR PUBLICATION OR BROADCAST BEFORE 0001 HRS GMT ON 2 DECEMBER 2026", "2026-12-02T00:01Z")]
    [InlineData("UNDER EMBARGO until 10:00 CET (09:00 is London time) 2 December 2026", null)]
    [InlineData("EMBARGOED UNTIL 10:00, 2 December 2026", "2026-12-02T10:00Z")]
    [InlineData("EMBARGOED UNTIL 9 a.m., 2 December 2026", null)]
    [InlineData("EMBARGOED UNTIL 10:00 IST, 2 December 2026", null)]
    [InlineData("EMBARGOED UNTIL 2 December 2026", "2026-12-02T12:00Z")]
    [InlineData("EMBARGOED UNTIL 10:00 GMT, 2 January", "2027-01-02T10:00Z")]
    [InlineData("EMBARGOED UNTIL 02/12/2026 10:00 GMT", null)]
    [InlineData("EMBARGOED UNTIL the speech begins", null)]
    [InlineData("EMBARGOED UNTIL 31 November 2026, 10:00 GMT", null)]
    [InlineData("Embargo: 10am GMT Wednesday 2 December 2026", "2026-12-02T10:00Z")]
    [InlineData("EMBARGO UNTIL FURTHER NOTICE", null)]
    [InlineData("EMBARGOED", null)]
    [InlineData("HOLD FOR RELEASE", null)]
    [InlineData("Fed lifts rates (EMBARGOED until 1900 GMT, 2 December 2026)", "2026-12-02T19:00Z")]
    [InlineData("FOR RELEASE AT 10:00 UTC+02:00 ON 2 DECEMBER 2026", "2026-12-02T08:00Z")]
    public void Embargo_IsReadToATime_OrHoldsUntilReleased(string line, string? until)
    {
        var sent = new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

        var asFirstLine = WireReader.Read(
            Some.Article(text: $"{line}\n\nThe bank raised its rate.", headline: "Bank raises its rate") with
            {
                Published = sent,
            }
        );
        var asHeadline = WireReader.Read(Some.Article(headline: line) with { Published = sent });

        var expected = until is null ? Article.HeldUntilReleased : DateTimeOffset.Parse(until, CultureInfo.InvariantCulture);
        Assert.Equal(expected, asFirstLine.EmbargoedUntil);
        Assert.Equal(expected, asHeadline.EmbargoedUntil);
        Assert.True(asFirstLine.IsStateReadFromText);
    }

    [Theory]
    [InlineData("The embargo on Cuba stays, senators say")]
    [InlineData("Embargo on Cuba ends after 60 years")]
    [InlineData("Embargo until Cuba reforms, senator demands")]
    [InlineData("Embargo: Cuba's economy suffers")]
    [InlineData("Embargo until 2027 agreed by ministers")]
    [InlineData("Arms embargo until 2027 agreed by ministers")]
    [InlineData("Embargoed goods found in Rotterdam")]
    [InlineData("Kill Bill returns to cinemas")]
    [InlineData("Kill: the word that divided a court")]
    [InlineData("KILLED IN ACTION: a soldier's letters")]
    [InlineData("Killed soldiers are remembered")]
    [InlineData("Retraction: how a journal took back a study")]
    [InlineData("Withdrawn from Kherson, troops regroup")]
    [InlineData("Hold for ransom: hackers strike again")]
    [InlineData("Corrected grades anger pupils")]
    [InlineData("Updates to the law are planned")]
    [InlineData("For release of hostages, families march on day 100")]
    [InlineData("He corrects essays at night")]
    [InlineData("FOR IMMEDIATE RELEASE")]
    public void OrdinaryProse_SaysNothing(string line)
    {
        var article = Some.Article(headline: line, text: $"{line}\n\nMore of it.");

        Assert.Equal(article, WireReader.Read(article));
    }

    [Theory]
    [InlineData("KILL: Mayor Jones has died", "Mayor Jones has died")]
    [InlineData("KILL - Mayor Jones has died", "Mayor Jones has died")]
    [InlineData("MANDATORY KILL: Mayor Jones has died", "Mayor Jones has died")]
    [InlineData("WITHDRAWN: Mayor Jones has died", "Mayor Jones has died")]
    [InlineData("RETRACTION: Mayor Jones has died", "Mayor Jones has died")]
    [InlineData("KILL NOTICE", null)]
    [InlineData("BC-Obit-Jones, MANDATORY KILL", null)]
    [InlineData("EDITORS: Kill the story headlined “Mayor Jones has died”. He is alive.", "Mayor Jones has died")]
    [InlineData("The story headlined \"Mayor Jones has died\" is wrong and is withdrawn.", "Mayor Jones has died")]
    public void Kill_NamesWhatItWithdraws(string headline, string? replaces)
    {
        var article = WireReader.Read(Some.Article(headline: headline, text: "Mayor Jones is alive."));

        Assert.Equal(ArticleState.Killed, article.State);
        Assert.Equal(replaces, article.Replaces);
        Assert.True(article.IsStateReadFromText);
    }

    [Theory]
    [InlineData("CORRECTED: Mayor resigns", ArticleState.Corrected, null)]
    [InlineData("CORRECTION: Mayor resigns", ArticleState.Corrected, null)]
    [InlineData("Correction: Mayor resigns", ArticleState.Corrected, null)]
    [InlineData("CORRECTED-UPDATE 2-Mayor resigns", ArticleState.Corrected, null)]
    [InlineData("UPDATE 2-Mayor resigns", ArticleState.Updated, 3)]
    [InlineData("UPDATE: Mayor resigns", ArticleState.Updated, null)]
    [InlineData("WRAPUP 1-Mayor resigns", ArticleState.Updated, 2)]
    public void NewerVersion_NamesTheHeadlineThatItReplaces(string headline, ArticleState state, int? version)
    {
        var article = WireReader.Read(Some.Article(headline: headline));

        Assert.Equal((state, version, "Mayor resigns"), (article.State, article.Version, article.Replaces));
    }

    [Theory]
    [InlineData("(Corrects the number of dead in the second paragraph)", ArticleState.Corrected)]
    [InlineData("Corrects spelling of the mayor's name", ArticleState.Corrected)]
    [InlineData("UPDATES with police statement", ArticleState.Updated)]
    [InlineData("An earlier version of this story misspelled the mayor's name.", ArticleState.Corrected)]
    public void NoteInTheFirstLines_GivesTheState(string note, ArticleState state)
    {
        var article = WireReader.Read(Some.Article(headline: "Mayor resigns", text: $"{note}\n\nThe mayor resigned."));

        Assert.Equal(state, article.State);
        Assert.Equal(state == ArticleState.Corrected ? note : null, article.StateNote);
    }

    [Fact]
    public void Field_WinsOverWords()
    {
        var until = new DateTimeOffset(2026, 12, 5, 0, 0, 0, TimeSpan.Zero);
        var article = Some.Article(headline: "UPDATE: KILL: EMBARGOED UNTIL 10:00 GMT, 2 December 2026") with
        {
            State = ArticleState.Corrected,
            EmbargoedUntil = until,
        };

        Assert.Equal(article, WireReader.Read(article));
    }
}
