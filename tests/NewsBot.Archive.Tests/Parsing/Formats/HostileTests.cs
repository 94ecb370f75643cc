using System.IO.Compression;
using System.Text;
using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Tests.Parsing.Formats;

public sealed class HostileTests
{
    [Fact]
    public void Entities_AreNotExpanded()
    {
        const string bomb = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><guid>1</guid><description>&b;&c;</description></item></channel></rss>
            """;

        Assert.StartsWith("is not well-formed XML", Read.Rejection("a.rss", bomb).Rejection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.xml", "<rss><channel>", "<x>", "</x>")]
    [InlineData("a.html", "<html><body>", "<div>", "</div>")]
    [InlineData("a.html", "<html><body>", "<b>", "")]
    [InlineData("a.md", "", "> ", "")]
    [InlineData("a.json", "", "[", "]")]
    public void DeepNesting_IsRejected(string name, string start, string open, string close)
    {
        var text = start + string.Concat(Enumerable.Repeat(open, 100_000)) + "Text." + string.Concat(Enumerable.Repeat(close, 100_000));

        Assert.NotNull(Read.Rejection(name, text).Rejection);
    }

    [Fact]
    public void Markup_InALine_ThatIsNestedDeeply_StaysAsItIs()
    {
        var text = string.Concat(Enumerable.Repeat("<div>", 50_000)) + "Text.";

        var article = ArticleLine.Parse(Encoding.UTF8.GetBytes($$"""{"source":"s","text":"{{text}}"}"""), 0)!.Article;

        Assert.Equal(text, article?.Text);
    }

    [Fact]
    public void Zip_OfHighRatio_IsRejected()
    {
        var result = Read.Rejection("a.zip", Zip(("a.txt", new string('x', 4_000_000))));

        Assert.Equal("contains a.txt, which unpacks to more than the permitted 100 times its size", result.Rejection);
    }

    [Theory]
    [InlineData("../../etc/cron.d/a.txt", "z.zip/etc/cron.d/a.txt")]
    [InlineData("..\\..\\a.txt", "z.zip/a.txt")]
    [InlineData("/a.txt", "z.zip/a.txt")]
    [InlineData("C:/x/a.txt", "z.zip/C/x/a.txt")]
    public void Zip_NamesLeadNowhereElse(string name, string source) =>
        Assert.Equal(source, Read.Article("z.zip", Zip((name, "Text."))).Source);

    [Fact]
    public void Zip_WithinAZip_IsNotOpened()
    {
        var inner = Zip(("a.txt", "Text."));

        var results = Read.All("z.zip", ZipBytes(("b.txt", "Text."u8.ToArray()), ("inner.zip", inner)));

        Assert.Equal("z.zip/b.txt", results[0].Article?.Source);
        Assert.Equal("contains inner.zip, which is an archive within an archive and was not opened; unpack it", results[1].Rejection);
    }

    [Fact]
    public void Zip_ReadsEachFileByItsKind()
    {
        var results = Read.All(
            "z.zip",
            Zip(
                ("a.txt", "Plain."),
                ("b.html", "<html><body><article><p>A page with one sentence.</p></article></body></html>"),
                (".hidden", "x"),
                ("__MACOSX/a.txt", "x"),
                ("p.jpg", "x")
            )
        );

        Assert.Equal(["Plain.", "A page with one sentence.", null], results.Select(result => result.Article?.Text));
        Assert.StartsWith("contains p.jpg, which is not a supported file type", results[2].Rejection, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.zip", "PK\u0003\u0004garbage", "is a damaged ZIP archive; make or fetch it again")]
    [InlineData("a.docx", "PK\u0003\u0004garbage", "is a damaged or unusually large Word document; open it and save it again as .docx")]
    [InlineData("a.pdf", "%PDF-1.7 garbage", "is a damaged PDF; export it again, or save its text")]
    [InlineData("a.json", "{\"uri\":", "is not valid JSON near line 1")]
    [InlineData("a.txt", "{\\rtf1 Text}", "is in Rich Text Format; save it as .docx or as text")]
    [InlineData("a", "\u0001abc", "is not text: it contains the control character U+0001")]
    public void DamagedFile_IsRejected(string name, string content, string reason) =>
        Assert.Equal(reason, Read.Rejection(name, content).Rejection);

    [Fact]
    public void EveryPrefix_OfEveryFormat_IsReadOrRejected()
    {
        string[] samples =
        [
            "<?xml version=\"1.0\"?><rss><channel><item><guid>1</guid><description>Two fell.</description></item></channel></rss>",
            "<!DOCTYPE html><html><head><meta charset=utf-8><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script></head><body><p>Two fell.</p></body></html>",
            """{"uri":"urn:1","pubstatus":"usable","headlines":[{"value":"x"}],"bodies":[{"contenttype":"text/html","value":"<p>x</p>"}]}""",
            "---\ntitle: \"x\"\ndate: 2023-05-03\n---\n# H\n\nText",
            "source,headline,text\n1,\"a \"\"b\"\"\",\"x\ny\"\n",
            "From: a@b.example\nSubject: x\nDate: Wed, 03 May 2023 14:05:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b--\n",
        ];
        foreach (var sample in samples)
        {
            for (var length = 0; length <= sample.Length; length += 3)
            {
                foreach (var name in new[] { "a", "a.html", "a.md", "a.csv" })
                    Assert.All(Read.All(name, sample[..length]), result => Assert.True(result.Article is null != result.Rejection is null));
            }
        }
    }

    internal static byte[] Zip(params (string Name, string Text)[] files) =>
        ZipBytes([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    private static byte[] ZipBytes(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
