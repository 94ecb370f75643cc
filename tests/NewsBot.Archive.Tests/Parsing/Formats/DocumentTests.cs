using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NewsBot.Archive.Articles;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace NewsBot.Archive.Tests.Parsing.Formats;

/// <summary>Markdown, tables, mail, Word, PDF, JSON objects and wire messages.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Markdown_IsRead_WithItsFrontMatter()
    {
        var article = Read.Article(
            "a.md",
            """
            ---
            title: "Drones: two fell"
            date: 2023-05-03
            author: [Jane Doe, John Roe]
            section: World # the desk
            state: corrected
            embargo: 2023-05-04T10:00:00Z
            ---

            # Drones

            Two *drones* fell on the [harbour](https://x.example).

            ![A harbour](x.jpg)

            - Nobody was hurt.
            """
        );

        Assert.Equal(
            ("Drones: two fell", "Two drones fell on the harbour.\n\nNobody was hurt.", "Jane Doe, John Roe", "World"),
            (article.Headline, article.Text, article.Author, article.Section)
        );
        Assert.Equal(
            (ArticleState.Corrected, 4, new DateOnly(2023, 5, 3)),
            (article.State, article.EmbargoedUntil?.Day, article.PublishedOn)
        );
        Assert.Equal("a.md", article.Source);
    }

    [Fact]
    public void Markdown_WithHeadingAndByline_IsRead()
    {
        var article = Read.Article("a.md", "# Drones\n\n*By Jane Doe, Reuters*\n\n3 May 2023\n\nTwo fell.");

        Assert.Equal(
            ("Drones", "Two fell.", "Jane Doe", "Reuters", new DateOnly(2023, 5, 3)),
            (article.Headline, article.Text, article.Author, article.Outlet, article.PublishedOn)
        );
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void Table_IsRead_ByItsColumns(string separator)
    {
        var rows = new[]
        {
            "Title|Body|Date|Id|Link",
            "Drones|\"Two \"\"fell\"\".\n\nNobody was hurt.\"|2023-05-03|7|https://x.example/1",
            "Ships|<p>Three sank.</p><p>In fog.</p>|03/05/2023|8|",
        };

        var results = Read.All("a.csv", string.Join("\n", rows).Replace("|", separator, StringComparison.Ordinal));

        Assert.Equal(["a.csv#1", "a.csv#2"], results.Select(result => result.Article?.Source));
        Assert.Equal(["Two \"fell\".\n\nNobody was hurt.", "Three sank.\n\nIn fog."], results.Select(result => result.Article?.Text));
        Assert.Equal("https://x.example/1", results[0].Article?.Url);
        Assert.Equal([false, true], results.Select(result => result.HasAmbiguousDate));
    }

    [Fact]
    public void Table_WithoutAText_IsRejected() =>
        Assert.StartsWith(
            "is a table without a column `text`",
            Read.Rejection("a.csv", "name,price\nx,1\n").Rejection,
            StringComparison.Ordinal
        );

    [Fact]
    public void Mail_IsRead()
    {
        var article = Read.Article(
            "a.eml",
            """
            From: =?utf-8?q?Jane_D=C3=B6e?= <jane@harbour.example>
            To: desk@courier.example
            Subject: Fwd: Drones over the harbour
            Date: Wed, 03 May 2023 14:05:00 -0400
            Message-ID: <1@harbour.example>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Two drones fell on the harbour on Wednesday, of=
            ficials said, and
            nobody was hurt.

            It began at noon.
            -- 
            Jane
            --b
            Content-Type: text/html

            <p>Other</p>
            --b--

            """
        );

        Assert.Equal(("Drones over the harbour", "Jane Döe", "1@harbour.example"), (article.Headline, article.Author, article.ItemId));
        Assert.Equal(
            "Two drones fell on the harbour on Wednesday, officials said, and nobody was hurt.\n\nIt began at noon.",
            article.Text
        );
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 18, 5, 0, TimeSpan.Zero), article.Published);
    }

    [Fact]
    public void Word_IsRead_WithItsTitleAndWithoutCaptions()
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Creator = "Jane Doe";
            document.PackageProperties.Created = new DateTime(2023, 5, 3, 14, 5, 0, DateTimeKind.Utc);
            document.AddMainDocumentPart().Document = new Document(
                new Body(
                    Styled("Title", "Drones over the harbour"),
                    new Paragraph(
                        new Run(new Text("Two drones ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }),
                        new DeletedRun(new Run(new DeletedText("ships"))),
                        new InsertedRun(new Run(new Text("fell.")))
                    ),
                    Styled("Caption", "A harbour."),
                    new Paragraph(new Run(new Text("Nobody was hurt.")))
                )
            );
        }

        var article = Read.Article("a.docx", bytes.ToArray());

        Assert.Equal(
            ("Drones over the harbour", "Two drones fell.\n\nNobody was hurt.", "Jane Doe"),
            (article.Headline, article.Text, article.Author)
        );
        Assert.Equal(14, article.Published?.Hour);

        static Paragraph Styled(string style, string text) =>
            new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text)));
    }

    [Fact]
    public void Pdf_IsRead_ColumnByColumn_WithHyphensJoined()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(595, 842);
        page.AddText("Drones over the harbour", 24, new PdfPoint(50, 760), font);
        string[] left =
        [
            "Two drones were shot down over the",
            "harbour on Wednesday, the govern-",
            "ment said in a statement that it",
            "published late in the evening, and",
            "nobody was hurt in the attack.",
        ];
        string[] right =
        [
            "The mayor of the city thanked the",
            "crews of the ships that had been",
            "in the harbour when the fire broke",
            "out, and said that the schools stay",
            "closed until Friday at the earliest.",
        ];
        for (var line = 0; line < 5; line++)
        {
            page.AddText(left[line], 10, new PdfPoint(50, 700 - (line * 12)), font);
            page.AddText(right[line], 10, new PdfPoint(320, 700 - (line * 12)), font);
        }

        page.AddText("7", 10, new PdfPoint(290, 30), font);

        var article = Read.Article("a.pdf", builder.Build());

        Assert.Equal("Drones over the harbour", article.Headline);
        Assert.Equal(
            "Two drones were shot down over the harbour on Wednesday, the government said in a statement that it published late in the evening, and nobody was hurt in the attack.\n\n"
                + "The mayor of the city thanked the crews of the ships that had been in the harbour when the fire broke out, and said that the schools stay closed until Friday at the earliest.",
            article.Text
        );
    }

    [Fact]
    public void Pdf_TextOutsideThePage_IsLeftOut()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(595, 842);
        page.AddText("Two drones were shot down over the harbour.", 10, new PdfPoint(50, 700), font);
        page.AddText("Three ships sank in the harbour.", 10, new PdfPoint(2_000, 700), font);

        Assert.Equal("Two drones were shot down over the harbour.", Read.Article("a.pdf", builder.Build()).Text);
    }

    [Fact]
    public void Json_WithHalfACharacterInAName_IsRejected() =>
        Assert.StartsWith(
            "has a field whose name contains half a character",
            Read.Rejection("a.json", """{"text":"Two fell.","\ud800":1}""").Rejection,
            StringComparison.Ordinal
        );

    [Fact]
    public void Pdf_WithoutText_IsRejected()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(595, 842).DrawRectangle(new PdfPoint(10, 10), 500, 700);

        Assert.Equal(
            "is a PDF without a text layer, such as a scan; recognise its text first (OCR), and save that",
            Read.Rejection("a.pdf", builder.Build()).Rejection
        );
    }

    [Fact]
    public void Json_Article_IsRead_WithTheFilesSource()
    {
        var article = Read.Article(
            "a.json",
            """{"title":"Drones","body":"<p>Two fell.</p><p>Nobody was hurt.</p>","publishedAt":"2023-05-03T14:05:00Z","author":{"name":"Jane Doe"},"source":"x/1"}"""
        );

        Assert.Equal(
            ("x/1", "Drones", "Two fell.\n\nNobody was hurt.", "Jane Doe"),
            (article.Source, article.Headline, article.Text, article.Author)
        );
    }

    [Fact]
    public void Json_List_NumbersItsArticles() =>
        Assert.Equal(
            ["a.json#1", "a.json#2"],
            Read.All("a.json", """[{"text":"One."},{"text":"Two."}]""").Select(result => result.Article?.Source)
        );

    [Fact]
    public void Wire_Message_IsRead()
    {
        var article = Read.Article(
            "a",
            Encoding.Latin1.GetBytes(
                "\u0016\u0016\u0001HWX0123 4 POL 250\r\nBC-Drones, Correct\r\n\u0002\r\n  Drones over the harbour\r\n\r\n  Two drones fell on the\r\nharbour.\r\n  Nobody was hurt.\r\n\u0003\r\n031405 GMT MAY 23\u0004"
            )
        );

        Assert.Equal(
            ("Drones over the harbour", "Two drones fell on the harbour.\n\nNobody was hurt.", "POL", "HWX0123"),
            (article.Headline, article.Text, article.Section, article.ItemId)
        );
        Assert.Equal((ArticleState.Corrected, new DateTimeOffset(2023, 5, 3, 14, 5, 0, TimeSpan.Zero)), (article.State, article.Published));
    }

    [Fact]
    public void Wire_AnpaMessage_IsRead()
    {
        var article = Read.Article(
            "a",
            Encoding.Latin1.GetBytes(
                "\u0016\u0016\u0001a0123\u001Fzz---\r\nu i\u0013 \u0011 BC-Drones, 1st Ld-Writethru, 05-03 0250\r\n\u0002"
                    + "^Drones over the harbour<\r\n^By JANE DOE=\r\n^Harbour Wire=\r\n"
                    + "  HARBOUR CITY (HW) _ Two drones fell on the\r\nharbour, and ``nobody was hurt,'' the mayor said.\r\n  Ships stayed in port.\r\n"
                    + "\u0003HW-NY-05-03-23 1405EDT<\r\n\u0004"
            )
        );

        Assert.Equal(
            "HARBOUR CITY (HW) — Two drones fell on the harbour, and “nobody was hurt,” the mayor said.\n\nShips stayed in port.",
            article.Text
        );
        Assert.Equal(
            ("Drones over the harbour", "JANE DOE", "i", "HWa0123"),
            (article.Headline, article.Author, article.Section, article.ItemId)
        );
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 18, 5, 0, TimeSpan.Zero), article.Published);
    }

    [Theory]
    [InlineData("BC-Drones, CORRECTION, 05-03 0250", ArticleState.Corrected)]
    [InlineData("BC-Drones, KILL, 05-03 0050", ArticleState.Killed)]
    public void Wire_AnpaMessage_TellsTheState(string keyword, ArticleState state)
    {
        var article = Read.Article(
            "a",
            Encoding.Latin1.GetBytes(
                $"\u0001a0124\u001Fzz---\r\nb a {keyword}\r\n\u0002  Two drones fell.\r\n\u0003HW-NY-05-03-23 1405EDT<\r\n"
            )
        );

        Assert.Equal((state, "Two drones fell."), (article.State, article.Text));
    }

    [Fact]
    public void Pdf_InTwoColumns_IsReadDownEachOfThem()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(595, 842);
        string[] first = ["The harbour opened again on Friday", "after two days, the city said, and", "the first ships left before noon."];
        string[] second = ["Fishermen had waited since the storm", "of Wednesday for a word of the pilots."];
        string[] third =
        [
            "The mayor thanked the crews that had",
            "kept watch, and said that the repair",
            "of the quay would last until autumn.",
        ];
        AddLines(first, 50, 760);
        AddLines(second, 50, 700);
        AddLines(third, 320, 755);

        var article = Read.Article("a.pdf", builder.Build());

        Assert.Equal(string.Join("\n\n", new[] { first, second, third }.Select(lines => string.Join(' ', lines))), article.Text);

        void AddLines(string[] lines, double x, double top)
        {
            for (var line = 0; line < lines.Length; line++)
                page.AddText(lines[line], 10, new PdfPoint(x, top - (line * 12)), font);
        }
    }

    [Fact]
    public void Pdf_ThatNeedsAPassword_IsRejected() =>
        Assert.Equal("is an encrypted PDF; save it without a password", Read.Rejection("a.pdf", EncryptedPdf()).Rejection);

    // PDF 32000-1, 7.6: the standard security handler, revision 2; the check values are those of no empty password.
    private static byte[] EncryptedPdf()
    {
        var check = new string('A', 64);
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            $"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{check}> /U <{check}> >>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append("xref\n0 5\n0000000000 65535 f \n");
        foreach (var place in places)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        text.Append(
            "trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] >>\n"
        );
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
