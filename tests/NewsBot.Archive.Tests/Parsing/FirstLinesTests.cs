using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Tests.Parsing.Formats;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class FirstLinesTests
{
    private const string Body = "Two drones were shot down over the city on Wednesday, officials said.\n\nNobody was hurt.";

    [Theory]
    [InlineData("3 May 2023")]
    [InlineData("May 3, 2023")]
    [InlineData("May 3, 2023, 2:05 p.m. ET")]
    [InlineData("Wednesday, 3 May 2023")]
    [InlineData("2023-05-03")]
    [InlineData("2023-05-03T14:05:00Z")]
    [InlineData("20230503T140500Z")]
    [InlineData("Wed, 03 May 2023 14:05:00 EDT")]
    [InlineData("Wed, 03 May 2023 14:05:00 +0100")]
    [InlineData("1683122700")]
    [InlineData("03/05/2023")]
    [InlineData("Published 3 May 2023 14:05 BST")]
    [InlineData("Updated: 3. Mai 2023, 14.05 Uhr")]
    [InlineData("date: May 3rd, 2023")]
    public void DateLine_IsReadAndTakenOff(string line)
    {
        var article = Read.Article("a.txt", line + "\n\n" + Body);

        Assert.Equal(new DateOnly(2023, 5, 3), article.PublishedOn);
        Assert.Equal(Body, article.Text);
        Assert.Equal("Two drones were shot down over the city on Wednesday, officials said.", article.Headline);
    }

    [Theory]
    [InlineData("date May 3, 2023 Two drones fell.")]
    [InlineData("[3 May 2023] Two drones fell.")]
    [InlineData("Published: 3 May 2023 — Two drones fell.")]
    public void Date_BeforeTheFirstSentence_IsTakenOff(string text)
    {
        var article = Read.Article("a.txt", text);

        Assert.Equal("Two drones fell.", article.Text);
        Assert.Equal(new DateOnly(2023, 5, 3), article.PublishedOn);
    }

    [Theory]
    [InlineData("By Jane Doe, Reuters", "Jane Doe", "Reuters")]
    [InlineData("By Jane Doe | BBC News", "Jane Doe", "BBC News")]
    [InlineData("By JANE DOE and JOHN ROE", "JANE DOE and JOHN ROE", null)]
    [InlineData("By Jane Doe in Kyiv", "Jane Doe", null)]
    [InlineData("By Jane van der Doe, political editor", "Jane van der Doe", null)]
    [InlineData("By Jane Doe, Reuters, 3 May 2023", "Jane Doe", "Reuters")]
    [InlineData("Author: Jane Doe", "Jane Doe", null)]
    public void Byline_GivesAuthorAndOutlet_AndIsNotTheHeadline(string line, string author, string? outlet)
    {
        var article = Read.Article("a.txt", $"Drones over the city\n{line}\nPublished 3 May 2023 14:05 BST\n\n{Body}");

        Assert.Equal("Drones over the city", article.Headline);
        Assert.Equal(author, article.Author);
        Assert.Equal(outlet, article.Outlet);
        Assert.Equal(Body, article.Text);
        Assert.Equal(new DateOnly(2023, 5, 3), article.PublishedOn);
    }

    [Fact]
    public void Byline_WithBarsAndDate_IsRead()
    {
        var article = Read.Article("a.txt", "Jane Doe | The Courier | 3 May 2023\n" + Body);

        Assert.Equal(("Jane Doe", "The Courier", new DateOnly(2023, 5, 3)), (article.Author, article.Outlet, article.PublishedOn));
    }

    [Theory]
    [InlineData("KYIV, May 3, 2023 (Reuters) — ", "Reuters", true)]
    [InlineData("KYIV, May 3 (Reuters) — ", "Reuters", false)]
    [InlineData("KYIV, 3 May (AFP) - ", "AFP", false)]
    [InlineData("KYIV, Ukraine (AP) -- ", "AP", false)]
    [InlineData("Berlin (dpa) – ", null, false)]
    [InlineData("KYIV — ", null, false)]
    public void Dateline_GivesOutletAndDay_AndIsNotTheHeadline(string dateline, string? outlet, bool hasYear)
    {
        var article = Read.Article("a.txt", dateline + Body);

        Assert.Equal("Two drones were shot down over the city on Wednesday, officials said.", article.Headline);
        Assert.Equal(dateline + Body, article.Text);
        Assert.Equal(outlet ?? (dateline.Contains("dpa", StringComparison.Ordinal) ? "dpa" : null), article.Outlet);
        Assert.Equal(hasYear ? new DateOnly(2023, 5, 3) : null, article.PublishedOn);
    }

    [Theory]
    [InlineData("KYIV, May 3 (Reuters) — Two fell. It was the worst night since 28 April 2023.", "2023-05-03")]
    [InlineData("KYIV, Dec 30 (Reuters) — Two fell. The talks begin on 5 January 2024.", "2023-12-30")]
    public void Dateline_WithoutAYear_TakesThatOfTheNearestDate(string text, string expected) =>
        Assert.Equal(expected, Read.Article("a.txt", text).PublishedOn?.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("By the time the fire was out, three houses had burned down\n\nIt began at noon.")]
    [InlineData("May 3 is a day that nobody in the city will forget\n\nIt began at noon.")]
    [InlineData("Putin — the president — spoke on Wednesday.\n\nIt began at noon.")]
    [InlineData("Moscow said on 3 May 2023 that two drones fell.\n\nIt began at noon.")]
    public void Prose_StaysAsItIs(string text)
    {
        var article = Read.Article("a.txt", text);

        Assert.Equal(text, article.Text);
        Assert.Null(article.Published);
        Assert.Null(article.Author);
    }

    [Fact]
    public void AmbiguousDate_GoesByTheSetting_AndSaysSo()
    {
        var result = Assert.Single(Read.All("a.txt", "03/05/2023\n" + Body, DateOrder.MonthFirst));

        Assert.True(result.HasAmbiguousDate);
        Assert.Equal(new DateOnly(2023, 3, 5), result.Article?.PublishedOn);
    }
}
