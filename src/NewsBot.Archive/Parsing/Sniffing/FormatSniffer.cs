using System.Text.RegularExpressions;

namespace NewsBot.Archive.Parsing.Sniffing;

/// <summary>Recognises the format of a file by its content; the name decides only where the content fits two formats.</summary>
internal static partial class FormatSniffer
{
    private const int HeadChars = 8192;

    /// <summary>Returns the format by the first bytes; null: text, if anything. A known format that is not read is refused.</summary>
    public static ArticleFormat? OfBytes(ReadOnlySpan<byte> bytes, string name, out string? refusal)
    {
        refusal = null;
        switch (bytes)
        {
            case [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..]:
                return ArticleFormat.Pdf;
            case [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..]:
                return FileName.ExtensionOf(name) is ".docx" or ".docm" or ".dotx" || bytes.IndexOf("word/document.xml"u8) >= 0
                    ? ArticleFormat.Docx
                    : OtherPackage(bytes, out refusal);
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                refusal = "is a document from an old office program; save it as .docx or as text";
                return ArticleFormat.Unknown;
            case [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..]:
                refusal = "is in Rich Text Format; save it as .docx or as text";
                return ArticleFormat.Unknown;
            case [0x1F, 0x8B, ..]:
                refusal = "is compressed with gzip; unpack it, or make a .zip";
                return ArticleFormat.Unknown;
            case [0xFF, 0xD8, 0xFF, ..]
            or [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
            or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'I', (byte)'I', (byte)'*', 0, ..]
            or [(byte)'M', (byte)'M', 0, (byte)'*', ..]:
                refusal = "is a picture; only text is supported";
                return ArticleFormat.Unknown;
            case [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..]:
                refusal = "is an unsupported archive; make a .zip";
                return ArticleFormat.Unknown;
        }

        // Synchronisation bytes may come before the header.
        var wire = bytes.TrimStart((byte)0x16);
        return wire.Length > 0 && wire[0] == 1 && wire.IndexOf((byte)2) > 0 ? ArticleFormat.Wire : null;
    }

    /// <summary>Returns the format of a text.</summary>
    public static ArticleFormat OfText(string text, string name, out string? refusal)
    {
        refusal = null;
        var extension = FileName.ExtensionOf(name);
        var head = text.AsSpan(0, Math.Min(text.Length, HeadChars)).TrimStart().TrimStart('\uFEFF').ToString();
        if (head.StartsWith('<'))
            return OfMarkup(head, extension, out refusal);
        if (extension is ".json" || (head.Length > 0 && head[0] is '{' or '[' && JsonStart().IsMatch(head)))
            return extension is not ".json" && IsLines(head) ? ArticleFormat.Lines : ArticleFormat.Json;
        if (extension is ".md" or ".markdown" || FrontMatter().IsMatch(head))
            return ArticleFormat.Markdown;
        if (extension is ".eml" || MailHeaders().Count(HeaderBlock(head)) >= 3)
            return ArticleFormat.Mail;
        if (extension is ".csv" or ".tsv" || IsTable(head))
            return ArticleFormat.Csv;
        if (extension is ".html" or ".htm" or ".xhtml")
            return ArticleFormat.Html;
        if (FileName.MayBePlainText(name))
            return ArticleFormat.PlainText;
        refusal = FileName.IsOther(name)
            ? $"is not a supported file type; supported are: {FileName.Known}"
            : $"is named {extension} but contains something else; save or fetch it again";
        return ArticleFormat.Unknown;
    }

    private static ArticleFormat? OtherPackage(ReadOnlySpan<byte> bytes, out string? refusal)
    {
        refusal =
            bytes.IndexOf("xl/workbook"u8) >= 0 ? "is a spreadsheet; save it as .csv"
            : bytes.IndexOf("ppt/presentation"u8) >= 0 ? "is a presentation; only text is supported"
            : bytes.IndexOf("application/vnd.oasis.opendocument"u8) is >= 0 and < 200 ? "is an OpenDocument; save it as .docx or as text"
            : bytes.IndexOf("application/epub+zip"u8) is >= 0 and < 200 ? "is a book; only articles are supported"
            : null;
        return refusal is null ? ArticleFormat.Zip : ArticleFormat.Unknown;
    }

    private static ArticleFormat OfMarkup(string head, string extension, out string? refusal)
    {
        refusal = null;
        var root = Root().Match(head);
        var name = root.Success ? root.Groups["name"].Value : "";
        switch (name.ToUpperInvariant())
        {
            case "RSS" or "FEED" or "RDF":
                return ArticleFormat.Feed;
            case "NITF":
                return ArticleFormat.Nitf;
            case "NEWSML":
                return ArticleFormat.NewsMl1;
            case "NEWSITEM"
            or "NEWSMESSAGE"
            or "PACKAGEITEM"
            or "CONCEPTITEM"
            or "KNOWLEDGEITEM"
            or "CATALOGITEM"
            or "PLANNINGITEM"
            or "CONTENTSET"
            or "CONTENTMETA"
            or "GROUPSET"
            or "ITEMSET":
                return ArticleFormat.NewsMlG2;
        }

        var isPage = HtmlNames().IsMatch(name) || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
        if (isPage && extension is not (".rss" or ".atom"))
            return ArticleFormat.Html;
        // Prose may begin with a mark such as .
        if (!isPage && FileName.ExtensionOf("x" + extension) is "" or ".txt" or ".text" or ".md")
            return extension == ".md" ? ArticleFormat.Markdown : ArticleFormat.PlainText;
        if (!isPage && extension is ".html" or ".htm" or ".xhtml")
            return ArticleFormat.Html;
        refusal = isPage
            ? "is named like a feed but contains a web page; fetch it again"
            : $"is XML of an unknown kind (<{name}>); supported are: RSS, Atom, NewsML-G2, NewsML 1, NITF and XHTML";
        return ArticleFormat.Unknown;
    }

    // Whole objects in the first lines. The last line of the head may be cut off.
    private static bool IsLines(string head)
    {
        var end = head.IndexOf('\n');
        if (end < 0)
            return false;
        var first = head[..end].Trim();
        return first.StartsWith('{') && first.EndsWith('}') && first.Contains(':') && head[end..].TrimStart().StartsWith('{');
    }

    private static string HeaderBlock(string head) =>
        head.IndexOf("\n\n", StringComparison.Ordinal) is > 0 and var end ? head[..end] : head;

    private static bool IsTable(string head)
    {
        var line = head.IndexOf('\n') is >= 0 and var end ? head[..end] : head;
        if (line.Length > 500)
            return false;
        foreach (var separator in new[] { ',', ';', '\t', '|' })
        {
            var names = line.Split(separator)
                .Select(name => Drafts.NamedFields.Canonical(name.Trim(' ', '"', '\r')))
                .OfType<string>()
                .ToList();
            if (names.Count >= 3 && names.Contains("text") && names.Count * 2 > line.Split(separator).Length)
                return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"\A(?:\s*<\?[^>]*>|\s*<!--.*?-->|\s*<!DOCTYPE\s[^>\[]*(?:\[[^\]]*\]\s*)?>)*\s*<(?:[A-Za-z][\w.-]*:)?(?<name>[A-Za-z][\w.-]*)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Root();

    [GeneratedRegex(
        @"\A(?:html|head|body|p|div|article|main|section|h[1-6]|title|meta|header|span|a|b|i|em|strong|blockquote|table|ul|ol|br|img|script|style|link|center|font)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex HtmlNames();

    [GeneratedRegex(@"\A(?:\{\s*(?:""|\})|\[\s*(?:\{\s*""|\]))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex JsonStart();

    [GeneratedRegex(
        @"\A(?:---[ \t]*\n(?:[\w-]+\s*:.*\n|\s+.*\n|\n|#.*\n)+?(?:---|\.\.\.)[ \t]*(?:\n|\z)|\+\+\+[ \t]*\n(?:[\w-]+\s*=.*\n|\n)+?\+\+\+[ \t]*(?:\n|\z))",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FrontMatter();

    [GeneratedRegex(
        @"^(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type|Reply-To):[ \t]",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MailHeaders();
}
