namespace NewsBot.Archive.Tests.Parsing.Formats;

public sealed class FeedTests
{
    [Fact]
    public void Rss_EachEntryIsAnArticle()
    {
        var results = Read.All(
            "a.rss",
            """

            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Harbour Courier</title><language>en-gb</language>
            <item><title>Drones &amp; ships</title><link>https://courier.example/1</link><guid>https://courier.example/?p=1</guid><pubDate>Wed, 03 May 2023 14:05:00 EDT</pubDate>
              <dc:creator>Jane Doe</dc:creator><category>World</category><description>Short.</description>
              <content:encoded><![CDATA[<p>Two drones fell.</p><figure><img src="x"/><figcaption>A harbour.</figcaption></figure><p>Nobody was hurt.</p><p>Read more: <a href="x">Ships</a></p>]]></content:encoded></item>
            <item><title>Only a picture</title><guid>2</guid><description>&lt;img src="x"/&gt;</description></item>
            <item><link>https://courier.example/3</link><description>Five &lt; six, he said.</description></item>
            </channel></rss>
            """
        );

        var first = results[0].Article!;
        Assert.Equal(
            ("https://courier.example/?p=1", "https://courier.example/1", "Drones & ships"),
            (first.Source, first.Url, first.Headline)
        );
        Assert.Equal("Two drones fell.\n\nNobody was hurt.", first.Text);
        Assert.Equal(("Jane Doe", "Harbour Courier", "World", "en-gb"), (first.Author, first.Outlet, first.Section, first.Language));
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 18, 5, 0, TimeSpan.Zero), first.Published);
        Assert.Equal("contains an article, number 2, that has no text (\"Only a picture\")", results[1].Rejection);
        Assert.False(results[1].HidesOthers);
        Assert.Equal(("https://courier.example/3", "Five < six, he said."), (results[2].Article?.Source, results[2].Article?.Text));
    }

    [Fact]
    public void Rdf_IsRead()
    {
        var article = Read.Article(
            "a.xml",
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Courier</title></channel><item rdf:about="https://courier.example/1"><title>Drones</title><description>Two fell.</description><dc:date>2023-05-03T14:05:00Z</dc:date><dc:source>https://x.example</dc:source></item></rdf:RDF>
            """
        );

        Assert.Equal(
            ("https://courier.example/1", "Two fell.", "Courier", new DateOnly(2023, 5, 3)),
            (article.Source, article.Text, article.Outlet, article.PublishedOn)
        );
    }

    [Fact]
    public void Atom_IsRead()
    {
        var article = Read.Article(
            "a.atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title><author><name>Desk</name></author>
            <entry><id>tag:courier.example,2023:1</id><title type="html">&lt;b&gt;Drones&lt;/b&gt;</title><link rel="edit" href="https://courier.example/edit"/><link href="https://courier.example/1"/>
            <published>2023-05-03T14:05:00Z</published><updated>2023-05-04T00:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two fell.</p><p>Nobody was hurt.</p></div></content></entry></feed>
            """
        );

        Assert.Equal(
            ("tag:courier.example,2023:1", "Drones", "Two fell.\n\nNobody was hurt.", "Desk", "https://courier.example/1"),
            (article.Source, article.Headline, article.Text, article.Author, article.Url)
        );
        Assert.Equal(3, article.PublishedOn?.Day);
    }

    [Fact]
    public void JsonFeed_IsRead()
    {
        var article = Read.Article(
            "a.json",
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Courier","language":"en","items":[{"id":"https://courier.example/1","title":"Drones","content_html":"<p>Two fell.</p>","date_published":"2023-05-03T10:05:00-04:00","authors":[{"name":"Jane Doe"}]}]}
            """
        );

        Assert.Equal(
            ("https://courier.example/1", "Drones", "Two fell.", "Jane Doe", "Courier"),
            (article.Source, article.Headline, article.Text, article.Author, article.Outlet)
        );
        Assert.Equal(14, article.Published?.Hour);
    }

    [Theory]
    [InlineData("a.rss", "<rss><channel><title>T</title></channel></rss>", "is a feed without entries")]
    [InlineData(
        "a.rss",
        "<rss><channel><title>T</channel></rss>",
        "is not well-formed XML: line 1, position 25; ask the sender for a complete file"
    )]
    [InlineData("a.rss", "<html><body>Moved</body></html>", "is named like a feed but contains a web page; fetch it again")]
    [InlineData(
        "a.xml",
        "<orders><order/></orders>",
        "is XML of an unknown kind (<orders>); supported are: RSS, Atom, NewsML-G2, NewsML 1, NITF and XHTML"
    )]
    public void File_ThatIsNotAFeed_IsRejected(string name, string text, string reason) =>
        Assert.Equal(reason, Read.Rejection(name, text).Rejection);

    [Fact]
    public void BrokenFeed_MayHideArticles_SoThatNoneIsWithdrawn() => Assert.True(Read.Rejection("a.rss", "<rss><channel>").HidesOthers);
}
