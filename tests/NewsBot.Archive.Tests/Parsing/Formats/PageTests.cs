using System.Text.RegularExpressions;

namespace NewsBot.Archive.Tests.Parsing.Formats;

/// <summary>Web pages, invented in the manners of news sites.</summary>
public sealed partial class PageTests
{
    private static readonly string[] Sentences =
    [
        "Two drones were shot down over Harbour City on Wednesday evening, the regional government said in a statement that it published late at night.",
        "Nobody was hurt, but windows of a school and of eleven houses near the western docks were broken by the blast, according to the fire brigade.",
        "“We heard a loud bang, and then the lights went out,” said Mara Lindt, who runs a bakery two streets away. “My first thought was of the children.”",
        "The mayor, Tomas Weller, said that the schools would stay closed until Friday while engineers look at the buildings, and that buses would run as usual.",
        "It was the third attack of this kind since the beginning of April. In the two before it, a warehouse burned down and a crane fell into the basin.",
        "The port, which handles about four million tonnes of grain a year, reopened at six in the morning after divers had searched the entrance for debris.",
    ];

    private static readonly string[] Headers =
    [
        """<nav class="site-nav"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport and leisure</a></li></ul></nav>""",
        """<div class="cookie-banner"><p>We and our 112 partners store and read cookies on your device to show you advertisements that suit you. You can change your mind at any time.</p><button>Accept</button></div>""",
    ];

    private const string Footer = """
        <aside class="related"><h2>Related</h2><ul><li><a href="/1">The crane that fell into the basin in April, and who paid for it</a></li><li><a href="/2">Why the grain trade moved to Harbour City after the flood</a></li></ul></aside>
        <div class="newsletter-signup"><p>Get the morning briefing from our editors in your inbox, every weekday at seven o’clock, for free.</p></div>
        <section id="comments"><h3>Comments</h3><p>I live there and it was much louder than they write, believe me, the whole street was awake.</p></section>
        <footer class="site-footer"><p>© 2023 Harbour Courier Media. All rights reserved. Reproduction in whole or in part needs our written permission.</p></footer>
        """;

    public static TheoryData<string> Layouts =>
        ["JsonLd", "Microdata", "Divs", "LineBreaks", "Table", "Sidebar", "NamedLikeASidebar", "Embeds"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void MainText_IsFound(string layout)
    {
        var article = Read.Article("page.html", Page(layout));

        Assert.True(F1(article.Text, string.Join(' ', Sentences)) >= 0.93, article.Text);
        Assert.Equal("Two drones shot down over Harbour City", article.Headline);
        Assert.DoesNotContain(
            article.Text.Split("\n\n"),
            paragraph =>
                paragraph.Contains("briefing", StringComparison.Ordinal)
                || paragraph.Contains("crane that fell into the basin in April, and", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Fields_AreReadFromJsonLd()
    {
        var article = Read.Article("page.html", Page("JsonLd"));

        Assert.Equal(
            ("Jane Doe, John Roe", "Harbour Courier", "https://courier.example/world/drones", "World", "en-GB"),
            (article.Author, article.Outlet, article.Url, article.Section, article.Language)
        );
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 21, 30, 0, TimeSpan.Zero), article.Published);
        Assert.Equal("page.html", article.Source);
    }

    [Fact]
    public void Fields_AreReadFromMetaTags()
    {
        var article = Read.Article("page.html", Page("Divs"));

        Assert.Equal(
            ("Jane Doe", "Harbour Courier", "https://courier.example/drones", "World", "en-US"),
            (article.Author, article.Outlet, article.Url, article.Section, article.Language)
        );
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 21, 30, 0, TimeSpan.Zero), article.Published);
    }

    [Fact]
    public void Fields_AreReadFromWhatReadersSee()
    {
        var article = Read.Article("page.html", Page("LineBreaks"));

        Assert.Equal(("Jane Doe", new DateOnly(2023, 5, 3)), (article.Author, article.PublishedOn));
    }

    [Fact]
    public void Embeds_CaptionsAndCalls_AreNotSentences()
    {
        var text = Read.Article("page.html", Page("Embeds")).Text;

        foreach (var other in new[] { "tweet", "Photograph", "Read more", "Share", "Advertisement", "Follow us" })
            Assert.DoesNotContain(other, text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("<html><head><title>Moved</title></head><body></body></html>")]
    [InlineData("<html><body><nav><a href=x>Home</a></nav><script>var text = 'x';</script></body></html>")]
    public void Page_WithoutAText_IsRejected(string page) =>
        Assert.Equal(
            "is a web page without an article's text; save the page as displayed, or its text",
            Read.Rejection("a.html", page).Rejection
        );

    [Fact]
    public void ShortPage_IsRead() =>
        Assert.Equal(
            ("Drones", "Two fell."),
            Read.Article("a", "<html><body><h1>Drones</h1><p>Two fell.</p></body></html>") is var article
                ? (article.Headline, article.Text)
                : default
        );

    private static string Page(string layout)
    {
        var paragraphs = string.Concat(Sentences.Select(sentence => $"<p>{sentence}</p>\n"));
        var divisions = paragraphs
            .Replace("<p>", "<div class=\"t\">", StringComparison.Ordinal)
            .Replace("</p>", "</div>", StringComparison.Ordinal);
        var teasers = string.Concat(
            Enumerable
                .Range(1, 60)
                .Select(number =>
                    $"<div class=\"teaser\"><h3><a href=\"/{number}\">Another story, number {number}, from the western docks</a></h3><p>A short summary of it.</p></div>"
                )
        );
        var (menu, banner) = (Headers[0], Headers[1]);
        var (one, two, three, four, five, six) = (Sentences[0], Sentences[1], Sentences[2], Sentences[3], Sentences[4], Sentences[5]);
        return layout switch
        {
            "JsonLd" => $$"""
                <!DOCTYPE html><html lang="en-GB"><head><title>Two drones shot down over Harbour City | Harbour Courier</title>
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Two drones shot down over Harbour City","datePublished":"2023-05-03T23:30:00+02:00",
                "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"John Roe"}],"publisher":{"@type":"Organization","name":"Harbour Courier"},"articleSection":"World","mainEntityOfPage":{"@id":"https://courier.example/world/drones"},}]}</script></head>
                <body>{{menu}}{{banner}}<main><article><h1>Two drones shot down over Harbour City</h1><p class="byline">By Jane Doe and John Roe</p><time datetime="2023-05-03">3 May 2023</time>
                <figure><img src="x.jpg"><figcaption>The western docks on Thursday morning. Photograph: A. Person</figcaption></figure>{{paragraphs}}</article></main>{{Footer}}</body></html>
                """,
            "Microdata" => $"""
                <html><head><title>Two drones shot down over Harbour City - Harbour Courier</title></head><body>{menu}
                <div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Two drones shot down over Harbour City</h1><span itemprop="author">Jane Doe</span>
                <div itemprop="articleBody">{paragraphs}</div></div>{Footer}</body></html>
                """,
            "Divs" => $"""
                <html><head><meta property="og:title" content="Two drones shot down over Harbour City"><meta property="og:site_name" content="Harbour Courier"><meta property="og:locale" content="en_US">
                <meta property="article:published_time" content="2023-05-03T21:30:00Z"><meta property="article:section" content="World"><meta name="author" content="Jane Doe"><link rel="canonical" href="https://courier.example/drones"></head>
                <body>{banner}<div class="l-wrap"><div class="c1"><h1>Two drones shot down over Harbour City</h1><div class="c2">{divisions}</div></div></div>{Footer}</body></html>
                """,
            "LineBreaks" => $"""
                <html><head><title>Two drones shot down over Harbour City</title></head><body><div id="story"><h1>Two drones shot down over Harbour City</h1><div class="byline">By Jane Doe | Published May 3, 2023</div>
                <div class="text">{string.Join("<br><br>\n", Sentences)}</div></div>{Footer}</body></html>
                """,
            "Table" => $"""
                <html><head><title>Two drones shot down over Harbour City</title></head><body><table width="100%"><tr><td width="150">{menu}</td><td><h1>Two drones shot down over Harbour City</h1>{paragraphs}</td></tr></table>{Footer}</body></html>
                """,
            "Sidebar" => $"""
                <html><head><title>Two drones shot down over Harbour City</title></head><body>{menu}<div class="content"><h1>Two drones shot down over Harbour City</h1>{paragraphs}</div>
                <div class="sidebar">{teasers}</div>{Footer}</body></html>
                """,
            "NamedLikeASidebar" => $"""
                <html><head><title>Two drones shot down over Harbour City</title></head><body class="with-sidebar"><div class="page and-sidebar"><div class="read-more main-column"><h1>Two drones shot down over Harbour City</h1>{paragraphs}</div></div>{Footer}</body></html>
                """,
            _ => $"""
                <html><head><title>Two drones shot down over Harbour City</title></head><body><article><h1>Two drones shot down over Harbour City</h1><div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>
                <p>{one}</p><blockquote class="twitter-tweet"><p lang="en">What a night, and what a tweet this is, with many words in it.</p>— A. Person (@person) <a href="x">May 3, 2023</a></blockquote>
                <p>{two}</p><p><strong>Read more: <a href="/x">The crane that fell into the basin in April, and who paid for it</a></strong></p><p>{three}</p><p>Advertisement</p>
                <figure><img src="x"><figcaption>The docks. Photograph: A. Person/Agency</figcaption></figure><p>{four}</p><div class="ad-slot">Advertisement: buy the new boat of the year now</div>
                <p>{five}</p><p>{six}</p><p>Follow us on Twitter and Facebook for more news from the docks</p></article>{Footer}</body></html>
                """,
        };
    }

    private static double F1(string found, string expected)
    {
        var (a, b) = (
            Words().Matches(found.ToLowerInvariant()).CountBy(match => match.Value).ToDictionary(),
            Words().Matches(expected.ToLowerInvariant()).CountBy(match => match.Value).ToDictionary()
        );
        double shared = a.Sum(word => Math.Min(word.Value, b.GetValueOrDefault(word.Key)));
        return shared == 0 ? 0 : 2 * shared / (a.Values.Sum() + b.Values.Sum());
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [Fact]
    public void Page_WithABrokenDescription_IsReadWithoutIt() =>
        Assert.Equal(
            "Two drones fell.",
            Read.Article(
                "a.html",
                """<html><head><script type="application/ld+json">{"@type":"NewsArticle","\ud800":1}</script></head><body><article><p>Two drones fell.</p></article></body></html>"""
            ).Text
        );
}
