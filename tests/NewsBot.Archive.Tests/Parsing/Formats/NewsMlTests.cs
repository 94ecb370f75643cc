using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Tests.Parsing.Formats;

/// <summary>NewsML-G2, NewsML 1, NITF and ninjs: invented items.</summary>
public sealed class NewsMlTests
{
    private const string FirstParagraph = "Two drones were shot down over Harbour City on Wednesday.";

    [Fact]
    public void G2_IsRead_WithItsManagement()
    {
        var article = Read.Article(
            "a.xml",
            G2(
                "<pubStatus qcode=\"stat:usable\"/><embargoed>2023-05-04T12:00:00+02:00</embargoed><edNote>Not before noon.</edNote><signal qcode=\"sig:update\"/>"
            )
        );

        Assert.Equal("Drones over the harbour", article.Headline);
        Assert.Equal(FirstParagraph + "\n\nNobody was hurt.", article.Text);
        Assert.Equal("Jane Doe", article.Author);
        Assert.Equal("Harbour Wire", article.Outlet);
        Assert.Equal("en-GB", article.Language);
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 14, 5, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(new DateTimeOffset(2023, 5, 4, 10, 0, 0, TimeSpan.Zero), article.EmbargoedUntil);
        Assert.Equal(
            (ArticleState.Updated, 7, "urn:newsml:harbour.example:20230503:drones"),
            (article.State, article.Version, article.ItemId)
        );
        Assert.Equal("Not before noon.", article.StateNote);
        Assert.Equal("a.xml", article.Source);
    }

    [Theory]
    [InlineData("<pubStatus qcode=\"stat:canceled\"/>", ArticleState.Killed)]
    [InlineData("<pubStatus uri=\"http://cv.iptc.org/newscodes/pubstatusg2/canceled\"/>", ArticleState.Killed)]
    [InlineData("<pubStatus qcode=\"stat:usable\"/><signal qcode=\"sig:correction\"/>", ArticleState.Corrected)]
    [InlineData("", ArticleState.Published)]
    public void G2_TellsTheState(string management, ArticleState state) => Assert.Equal(state, Read.Article("a.xml", G2(management)).State);

    [Theory]
    [InlineData("<pubStatus qcode=\"stat:withheld\"/>")]
    [InlineData("<embargoed/>")]
    public void G2_HeldBackUntilFurtherNotice_IsEmbargoedForEver(string management) =>
        Assert.Equal(9999, Read.Article("a.xml", G2(management)).EmbargoedUntil?.Year);

    [Fact]
    public void G2_WithAnUnreadableEmbargo_IsRejected() =>
        Assert.StartsWith(
            "is embargoed until \"noon\"",
            Read.Rejection("a.xml", G2("<embargoed>noon</embargoed>")).Rejection,
            StringComparison.Ordinal
        );

    [Fact]
    public void G2_Message_HoldsItemsWithTheirOwnSources()
    {
        var message =
            $"<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>{G2("").Replace("drones", "one", StringComparison.Ordinal)}{G2("").Replace("drones", "two", StringComparison.Ordinal)}<newsItem guid=\"three\"/></itemSet></newsMessage>";

        var results = Read.All("a.xml", message);

        Assert.Equal(
            ["urn:newsml:harbour.example:20230503:one", "urn:newsml:harbour.example:20230503:two", null],
            results.Select(result => result.Article?.Source)
        );
        Assert.Equal("contains an article, number 3, that has no text", results[2].Rejection);
        Assert.Equal("three", results[2].RejectedSource);
    }

    [Fact]
    public void G2_Picture_IsRejected() =>
        Assert.Equal(
            "is an item of class \"picture\"; only text is supported",
            Read.Rejection("a.xml", G2("<itemClass qcode=\"ninat:picture\"/>")).Rejection
        );

    [Fact]
    public void NewsMl1_IsRead()
    {
        var article = Read.Article(
            "a.xml",
            """
            <?xml version="1.0"?>
            <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20230503T140500+0000</DateAndTime></NewsEnvelope>
            <NewsItem><Identification><NewsIdentifier><ProviderId>harbour.example</ProviderId><RevisionId PreviousRevision="1" Update="N">2</RevisionId>
            <PublicIdentifier>urn:newsml:harbour.example:20230503:drones:2</PublicIdentifier></NewsIdentifier></Identification>
            <NewsManagement><FirstCreated>20230503T140500+0000</FirstCreated><ThisRevisionCreated>20230503T180500+0200</ThisRevisionCreated><Status FormalName="Embargoed"/>
            <StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20230504T100000Z</DateAndTime></StatusWillChange></NewsManagement>
            <NewsComponent><NewsLines><HeadLine>Drones over the harbour</HeadLine><ByLine>By Jane Doe</ByLine></NewsLines><DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>
            <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>A harbour.</p></DataContent></ContentItem></NewsComponent>
            <NewsComponent><Role FormalName="Main"/><ContentItem><DataContent><nitf><body><body.content><p>Two drones fell.</p><p>Nobody was hurt.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent>
            </NewsComponent></NewsItem></NewsML>
            """
        );

        Assert.Equal(
            ("Drones over the harbour", "Two drones fell.\n\nNobody was hurt.", "Jane Doe", "harbour.example"),
            (article.Headline, article.Text, article.Author, article.Outlet)
        );
        Assert.Equal((2, "urn:newsml:harbour.example:20230503:drones", "en"), (article.Version, article.ItemId, article.Language));
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 16, 5, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(new DateTimeOffset(2023, 5, 4, 10, 0, 0, TimeSpan.Zero), article.EmbargoedUntil);
    }

    [Fact]
    public void Nitf_IsRead()
    {
        var article = Read.Article(
            "a.xml",
            """
            <?xml version="1.0"?>
            <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
            <nitf><head><title>Slug</title><docdata management-status="usable"><doc-id regsrc="Harbour Wire" id-string="hw-1"/><date.issue norm="20230503T140500Z"/>
            <du-key key="drones" version="3"/><ed-msg info="Adds a quote"/><correction info="The number of drones is two" id-string="hw-0"/></docdata></head>
            <body><body.head><hedline><hl1>Drones over the harbour</hl1></hedline><byline>By <person>Jane Doe</person><byttl>Reporter</byttl></byline><dateline><location>HARBOUR CITY</location></dateline></body.head>
            <body.content><p>Two drones&nbsp;fell.</p><media media-type="image"><media-reference source="x.jpg"/><media-caption><p>A harbour.</p></media-caption></media><hl2>After</hl2><p>Nobody was hurt.</p></body.content></body></nitf>
            """
        );

        Assert.Equal(
            ("Drones over the harbour", "Two drones fell.\n\nAfter\n\nNobody was hurt.", "Jane Doe", "Harbour Wire"),
            (article.Headline, article.Text, article.Author, article.Outlet)
        );
        Assert.Equal(
            (ArticleState.Corrected, 3, "drones", "hw-0", "Adds a quote"),
            (article.State, article.Version, article.ItemId, article.Replaces, article.StateNote)
        );
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 14, 5, 0, TimeSpan.Zero), article.Published);
    }

    [Theory]
    [InlineData("<docdata management-status=\"canceled\"/>", ArticleState.Killed, null)]
    [InlineData(
        "<docdata management-status=\"embargoed\"><date.release norm=\"20230504T100000Z\"/></docdata>",
        ArticleState.Published,
        2023
    )]
    [InlineData("<docdata management-status=\"embargoed\"/>", ArticleState.Published, 9999)]
    public void Nitf_TellsTheState(string data, ArticleState state, int? embargo)
    {
        var article = Read.Article(
            "a.xml",
            $"<nitf><head>{data}</head><body><body.content><p>Two drones fell.</p></body.content></body></nitf>"
        );

        Assert.Equal(state, article.State);
        Assert.Equal(embargo, article.EmbargoedUntil?.Year);
    }

    [Theory]
    [InlineData(
        "a.xml",
        "<nitf><head><docdata management-status=\"usable\"><date.expire norm=\"20230504T100000Z\"/></docdata></head><body><body.content><p>Two drones fell.</p></body.content></body></nitf>"
    )]
    [InlineData(
        "a.xml",
        "<newsItem guid=\"urn:hw:1\" xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemMeta><versionCreated>2023-05-03T14:05:00Z</versionCreated></itemMeta><contentMeta/><expires>2023-05-04T10:00:00Z</expires><contentSet><inlineData>Two drones fell.</inlineData></contentSet></newsItem>"
    )]
    [InlineData("a.json", """{"uri":"urn:hw:1","type":"text","expires":"2023-05-04T10:00:00Z","body_text":"Two drones fell."}""")]
    public void Item_ThatHasExpired_IsStillReported(string name, string text)
    {
        var article = Read.Article(name, text);

        Assert.Equal(
            ("Two drones fell.", ArticleState.Published, (DateTimeOffset?)null),
            (article.Text, article.State, article.EmbargoedUntil)
        );
        Assert.Equal(ArticleStage.Current, ArticleStanding.Alone.StageAt(article, new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(
        "a.xml",
        "<nitf><head><docdata management-status=\"embargoed\"><date.release norm=\"20230504\"/></docdata></head><body><body.content><p>Two drones fell.</p></body.content></body></nitf>"
    )]
    [InlineData("a.json", """{"uri":"urn:hw:1","type":"text","embargoed":"2023-05-04","body_text":"Two drones fell."}""")]
    [InlineData("a.json", """{"text":"Two drones fell.","embargo":"4 May 2023"}""")]
    [InlineData("a.md", "---\nembargo: 2023-05-04\n---\nTwo drones fell.")]
    [InlineData("a.csv", "text,embargo\nTwo drones fell.,2023-05-04\n")]
    public void EmbargoOfADay_EndsWhenItIsThatDayEverywhere(string name, string text) =>
        Assert.Equal(new DateTimeOffset(2023, 5, 4, 12, 0, 0, TimeSpan.Zero), Read.Article(name, text).EmbargoedUntil);

    [Theory]
    [InlineData(
        """{"uri":"urn:hw:1","type":"text","version":"2","versioncreated":"2023-05-03T14:05:00Z","pubstatus":"usable","headline":"Drones","byline":"By Jane Doe","language":"en","body_xhtml":"<p>Two fell.</p><p>Nobody was hurt.</p>","copyrightholder":"Harbour Wire"}"""
    )]
    [InlineData(
        """{"uri":"urn:hw:1","type":"text","version":"2","versioncreated":"2023-05-03T14:05:00Z","pubstatus":"usable","headlines":[{"role":"sub","value":"Sub"},{"role":"main","value":"Drones"}],"by":"Jane Doe","language":"en","bodies":[{"role":"main","contenttype":"text/html","value":"<h1>Drones</h1><p>Two fell.</p><p>Nobody was hurt.</p>"}],"copyrightholder":"Harbour Wire"}"""
    )]
    [InlineData(
        """{"uri":"urn:hw:1","type":"text","version":"2","versionCreated":"2023-05-03T14:05:00Z","pubStatus":"usable","headlines":[{"value":"Drones"}],"by":"Jane Doe","language":"en","bodies":[{"contentType":"text/plain","value":"Two fell.\n\nNobody was hurt."}],"infoSources":[{"name":"Harbour Wire"}]}"""
    )]
    public void Ninjs_OfEveryGeneration_IsRead(string json)
    {
        var article = Read.Article("a.json", json);

        Assert.Equal(
            ("Drones", "Two fell.\n\nNobody was hurt.", "Jane Doe", "Harbour Wire", "en"),
            (article.Headline, article.Text, article.Author, article.Outlet, article.Language)
        );
        Assert.Equal((ArticleState.Published, 2, "urn:hw:1"), (article.State, article.Version, article.ItemId));
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 14, 5, 0, TimeSpan.Zero), article.Published);
    }

    [Theory]
    [InlineData("\"pubstatus\":\"canceled\"", ArticleState.Killed, null)]
    [InlineData("\"pubstatus\":\"withheld\"", ArticleState.Published, 9999)]
    [InlineData("\"pubStatus\":\"usable\",\"embargoed\":\"2023-05-04T10:00:00Z\"", ArticleState.Published, 2023)]
    public void Ninjs_TellsTheState(string members, ArticleState state, int? embargo)
    {
        var article = Read.Article("a.json", $$"""{"uri":"urn:hw:1","headline":"Drones","body_text":"Two fell.",{{members}}}""");

        Assert.Equal(state, article.State);
        Assert.Equal(embargo, article.EmbargoedUntil?.Year);
    }

    [Fact]
    public void Kill_WithoutAText_IsAnArticle()
    {
        var article = Read.Article(
            "a.json",
            """{"uri":"urn:hw:1","pubstatus":"canceled","ednote":"He is alive.","headlines":[{"value":"Drones"}]}"""
        );

        Assert.Equal((ArticleState.Killed, "He is alive.", "Drones"), (article.State, article.Text, article.Headline));
    }

    [Theory]
    [InlineData(
        """{"uri":"urn:hw:1","type":"picture","headline":"x","renditions":[]}""",
        "is an item of type \"picture\"; only text is supported"
    )]
    [InlineData(
        """{"uri":"urn:hw:1","pubstatus":"maybe","headline":"x"}""",
        "has the unknown pubstatus \"maybe\"; ninjs has usable, withheld and canceled"
    )]
    [InlineData("""{"uri":"urn:hw:1","pubstatus":"usable","headline":"x"}""", "has no text")]
    public void Ninjs_ThatIsNotAnArticle_IsRejected(string json, string reason) =>
        Assert.Equal(reason, Read.Rejection("a.json", json).Rejection);

    private static string G2(string management) =>
        $"""
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:harbour.example:20230503:drones" version="7" xml:lang="en-GB">
            <itemMeta><provider qcode="p:hw"><name>Harbour Wire</name></provider><versionCreated>2023-05-03T16:05:00+02:00</versionCreated>{management}</itemMeta>
            <contentMeta><creator><name>Jane Doe</name></creator><headline>Drones over
               the harbour</headline></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{FirstParagraph}</p>
            <p>Nobody was <b>hurt</b>.</p></body></html></inlineXML></contentSet></newsItem>
            """;
}
