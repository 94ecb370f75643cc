using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Fuzz.Inputs;

namespace NewsBot.Fuzz.Targets;

/// <summary>Provides the readers of article files.</summary>
internal static class ReaderTargets
{
    private static readonly string[] XmlWords =
    [
        "<p>",
        "</p>",
        "<div>",
        "<b>",
        "<script>",
        "<x xmlns=\"y\">",
        "xml:lang",
        "guid",
        "version",
        "stat:canceled",
        "stat:withheld",
        "<br/>",
    ];

    private static readonly string[] JsonWords =
    [
        "\"text\":",
        "\"source\":",
        "\"state\":\"killed\"",
        "\"embargo\":",
        "\"published\":",
        "[{",
        "}]",
        "[[",
        "{\"a\":",
        "1",
    ];

    private static readonly string[] TextWords =
    [
        "EMBARGOED UNTIL",
        "KILL:",
        "CORRECTED:",
        "By ",
        " (Reuters) - ",
        "Mr. ",
        "U.S. ",
        "said ",
        "---\n",
        "# ",
        "> ",
        "- ",
        "* ",
        "**",
        "[a](b)",
        "![",
        "| a | b |\n",
        "|---|---|\n",
        "<div>",
    ];

    private static readonly (string Name, string Text)[] WordFiles =
    [
        (
            "[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
        ),
        (
            "_rels/.rels",
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"r1\" Target=\"word/document.xml\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\"/></Relationships>"
        ),
    ];

    /// <summary>Gets the targets.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        Files("text", 100, TextWords, Sample.Of("story.txt")),
        Files("markdown", 60, TextWords, Sample.Of("story.md")),
        Files("page", 40, XmlWords, Sample.Of("page.html")),
        Files("feed", 60, XmlWords, Sample.Of("feed.rss"), Sample.Of("feed.atom")),
        Files("newsml", 60, XmlWords, Sample.Of("g2.xml"), Sample.Of("newsml1.xml"), Sample.Of("nitf.xml")),
        Files("wire", 60, ["\u0001", "\u0002", "\u0003", "\u001f", "zz---\r\n", "<\r\n", "^"], Wire("iptc.wire"), Wire("anpa.wire")),
        Files("json", 80, JsonWords, Sample.Of("feed.json"), Sample.Of("ninjs.json"), Sample.Of("article.json")),
        Files("lines", 80, [.. JsonWords, "\n"], Sample.Of("lines.jsonl")),
        Files("table", 60, ["\n", "\"\"", "\",\"", ";", "text", "source"], Sample.Of("table.csv")),
        Files("mail", 40, ["=", "=?utf-8?B?", "--frontier\n", "--inner--\n", "Content-Type: ", "base64"], Sample.Of("mail.eml")),
        Files("word", 20, XmlWords, Sample.OfZip("file.docx", "document.xml", "word/document.xml", WordFiles)),
        Files("pdf", 20, ["obj", "endobj", "stream\n", "endstream", "<<", ">>", "1 0 R", "/Length", "xref"], Sample.OfBytes("file.pdf")),
        Files(
            "zip",
            20,
            XmlWords,
            Sample.OfZip("files.zip", "nitf.xml", "a.xml", ("b.txt", "Two drones fell on Wednesday."), ("../c.txt", "Nobody was hurt."))
        ),
    ];

    private static Sample Wire(string name) => Sample.OfBytes(name);

    private static FuzzTarget Files(string name, int share, string[] words, params Sample[] samples) =>
        new($"read-{name}", share, samples, words, Read);

    /// <summary>Returns how many articles an input contains.</summary>
    public static int Articles(FuzzInput input) => Results(input).Count(result => result.Article is not null);

    private static void Read(FuzzInput input)
    {
        foreach (var result in Results(input))
            Check(result);
    }

    private static IEnumerable<ReadResult> Results(FuzzInput input) =>
        WholeFile.Read(new FormatFile { Name = input.Name, Bytes = input.Bytes }, input.Name, isInArchive: false);

    /// <summary>Checks what the archive relies on.</summary>
    private static void Check(ReadResult result)
    {
        if (result.Article is not { } article)
        {
            Promise.Keep(!string.IsNullOrWhiteSpace(result.Rejection), "neither an article nor a reason");
            return;
        }

        Promise.Keep(result.Rejection is null, "an article and a reason against it");
        Promise.Keep(!string.IsNullOrWhiteSpace(article.Text), "no text");
        Promise.Keep(article.Published is null or { Year: >= 1500 and <= 9999 }, $"published {article.Published}");
        foreach (var field in Fields(article))
            Promise.KeepText(field);
    }

    private static IEnumerable<string?> Fields(Article article) =>
        [
            article.Source,
            article.Headline,
            article.Text,
            article.Author,
            article.Outlet,
            article.Url,
            article.Section,
            article.Language,
            article.ItemId,
            article.Replaces,
            article.StateNote,
        ];
}
