using System.Text;

namespace NewsBot.Archive.Tests.Parsing.Formats;

public sealed class EncodingTests
{
    private const string English = "The café owner’s résumé was naïve — “façade”, he said, and paid 30 €.";
    private const string German =
        "Der Bürgermeister äußerte sich am Mittwoch über die Größe der Straße und die Höhe der Gebühren für Anwohner.";
    private const string Russian =
        "Президент заявил в среду, что два беспилотника были сбиты над городом. Никто не пострадал, сообщили власти области.";
    private const string Ukrainian =
        "Президент заявив у середу, що над містом збили два безпілотники. Ніхто не постраждав, повідомили в обласній адміністрації.";

    [Theory]
    [InlineData("windows-1252", English)]
    [InlineData("windows-1252", German)]
    [InlineData("iso-8859-1", German)]
    [InlineData("windows-1251", Russian)]
    [InlineData("windows-1251", Ukrainian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("utf-16", English)]
    [InlineData("utf-16BE", German)]
    public void Text_ThatDeclaresNothing_IsRead(string encoding, string text) =>
        Assert.Equal(text, Read.Article("a.txt", Bytes(encoding, text)).Text);

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-2", "Příliš žluťoučký kůň úpěl ďábelské ódy o svobodě tisku v zemi.")]
    [InlineData("shift_jis", "首相は水曜日に記者会見を開き、二機の無人機が撃墜されたと発表した。")]
    [InlineData("utf-8", Ukrainian)]
    public void Page_IsReadAsItDeclares(string encoding, string text)
    {
        var page =
            $"<!DOCTYPE html><html><head><meta charset={encoding}><title>Title</title></head><body><article><h1>Title</h1><p>{text}</p></article></body></html>";

        Assert.Equal(text, Read.Article("a.html", Bytes(encoding, page)).Text);
    }

    [Fact]
    public void Xml_IsReadAsItDeclares()
    {
        var feed =
            $"<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"2.0\"><channel><title>T</title><item><guid>g</guid><description>{Russian}</description></item></channel></rss>";

        Assert.Equal(Russian, Read.Article("a.rss", Bytes("windows-1251", feed)).Text);
    }

    [Theory]
    [InlineData(English)]
    [InlineData(German)]
    [InlineData(Russian)]
    [InlineData("首相は水曜日に記者会見を開いた。")]
    [InlineData("Ã© ÃŸ")]
    [InlineData("é")]
    [InlineData("👩‍👩‍👧‍👦 fell.")]
    public void Utf8_IsNeverTakenForAnotherEncoding(string text) => Assert.Equal(text, Read.Article("a.txt", text).Text);

    [Fact]
    public void Utf8_ThatClaimsToBeLatin1_IsUtf8() =>
        Assert.Equal(Russian, Read.Article("a.html", $"<meta charset=iso-8859-1><p>{Russian}</p>").Text);

    [Fact]
    public void Utf8_ThatWasCut_IsRejected() =>
        Assert.StartsWith(
            "is not UTF-8",
            Read.Rejection("a.txt", Encoding.UTF8.GetBytes(Russian)[..^2]).Rejection,
            StringComparison.Ordinal
        );

    private static byte[] Bytes(string encoding, string text) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);
}
