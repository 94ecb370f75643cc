using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Texts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Geometry;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>
/// Reads a PDF document with a text layer: columns in reading order, hyphens at line ends joined, running heads left out.
/// </summary>
internal sealed partial class PdfReader : IArticleFormatReader
{
    private const int MaxPages = 200;

    // A scan has none, or the few of a stamp.
    private const int MinLettersOfPage = 20;

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        try
        {
            var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true };
            using var document = PdfDocument.Open(file.Bytes.ToArray(), options);
            return [Item(document, file)];
        }
        catch (PdfDocumentEncryptedException)
        {
            return [FormatItem.Rejected(RejectionKind.Encoding, "is an encrypted PDF; save it without a password")];
        }
        // PdfPig throws whatever exception a damaged place leads to.
        catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
        {
            return [FormatItem.Rejected(RejectionKind.Malformed, "is a damaged PDF; export it again, or save its text")];
        }
    }

    private static FormatItem Item(PdfDocument document, FormatFile file)
    {
        if (document.NumberOfPages > MaxPages)
            return FormatItem.Rejected(
                RejectionKind.TooLarge,
                $"has {document.NumberOfPages} pages; at most {MaxPages} are read, so split it by article"
            );
        var pages = document.GetPages().Select(page => (Page: page, Blocks: BlocksOf(page))).ToList();
        if (pages.Sum(page => page.Page.Letters.Count) < MinLettersOfPage * Math.Max(1, pages.Count / 2))
            return FormatItem.Rejected(
                RejectionKind.NoText,
                "is a PDF without a text layer, such as a scan; recognise its text first (OCR), and save that"
            );

        var blocks = pages.SelectMany(page => WithoutRunningHeads(page.Blocks, page.Page, pages.Count)).ToList();
        var largest = blocks.Take(8).Where(block => block.Text.Length < 250).MaxBy(block => block.Size);
        var usual =
            blocks.Count == 0
                ? 0
                : blocks.GroupBy(block => Math.Round(block.Size, 1)).MaxBy(group => group.Sum(block => block.Text.Length))!.Key;
        var headline = largest is not null && largest.Size > usual * 1.15 ? largest : null;
        var text = string.Join("\n\n", Joined(blocks.Where(block => block != headline).Select(block => block.Text)));
        var first = FirstLines.Read(text, file.DateOrder ?? DateOrder.DayFirst);
        var title = document.Information.Title;
        return new FormatItem(
            new ArticleDraft
            {
                Headline = headline?.Text ?? first.Headline ?? (title is { Length: > 3 } && !FileTitle().IsMatch(title) ? title : null),
                Text = first.Text,
                Published = first.Published ?? Date(document.Information.CreationDate),
                Author = first.Author ?? document.Information.Author,
                Outlet = first.Outlet,
                Section = first.Section,
                Url = first.Url,
                Language = first.Language,
            }
        );
    }

    private static List<Block> BlocksOf(Page page)
    {
        // What lies outside the page is seen by nobody, and must not be cited.
        var seen = page.Letters.Where(letter => page.CropBox.Bounds.IntersectsWith(letter.BoundingBox)).ToList();
        var words = NearestNeighbourWordExtractor.Instance.GetWords(seen).Where(word => !string.IsNullOrWhiteSpace(word.Text)).ToList();
        if (words.Count == 0)
            return [];
        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return
        [
            .. InReadingOrder(blocks, page)
                .Select(block => new Block(
                    JoinLines(block.TextLines.Select(line => line.Text.Trim())),
                    block.TextLines.SelectMany(line => line.Words).SelectMany(word => word.Letters).Average(letter => letter.PointSize),
                    block.BoundingBox.Bottom,
                    block.BoundingBox.Top
                )),
        ];
    }

    // From the top: blocks that span the page divide it into bands; within a band, column by column.
    private static IEnumerable<TextBlock> InReadingOrder(IReadOnlyList<TextBlock> blocks, Page page)
    {
        var left = blocks.Min(block => block.BoundingBox.Left);
        var width = Math.Max(1, blocks.Max(block => block.BoundingBox.Right) - left);
        var band = new List<TextBlock>();
        foreach (var block in blocks.OrderByDescending(block => block.BoundingBox.Top))
        {
            var isWide = block.BoundingBox.Width > width * 0.6;
            if (isWide)
            {
                foreach (var inner in Columns(band))
                    yield return inner;
                band.Clear();
                yield return block;
                continue;
            }

            band.Add(block);
        }

        foreach (var inner in Columns(band))
            yield return inner;
    }

    private static IEnumerable<TextBlock> Columns(List<TextBlock> band)
    {
        var columns = new List<List<TextBlock>>();
        foreach (var block in band.OrderBy(block => block.BoundingBox.Left))
        {
            // A block belongs to the column with which it shares most of its width.
            var column = columns.FirstOrDefault(other => Overlap(other, block) > 0.4);
            if (column is null)
                columns.Add([block]);
            else
                column.Add(block);
        }

        return columns.SelectMany(column => column.OrderByDescending(block => block.BoundingBox.Top));
    }

    private static double Overlap(List<TextBlock> column, TextBlock block)
    {
        double left = column.Min(other => other.BoundingBox.Left),
            right = column.Max(other => other.BoundingBox.Right);
        var shared = Math.Min(right, block.BoundingBox.Right) - Math.Max(left, block.BoundingBox.Left);
        return shared / Math.Max(1, Math.Min(right - left, block.BoundingBox.Width));
    }

    // Page numbers and the paper's name at the edges of the page.
    private static IEnumerable<Block> WithoutRunningHeads(List<Block> blocks, Page page, int pages) =>
        blocks.Where(block =>
            !(
                block.Text.Length < 80
                && (
                    PageNumber().IsMatch(block.Text)
                    || (pages > 1 && page.Number > 1 && (block.Bottom > page.Height * 0.94 || block.Top < page.Height * 0.06))
                )
            )
        );

    // A sentence at the end of a column or page continues in the next.
    private static List<string> Joined(IEnumerable<string> blocks)
    {
        var paragraphs = new List<string>();
        foreach (var block in blocks)
        {
            if (
                paragraphs.Count > 0
                && block.Length > 0
                && char.IsLower(block[0])
                && paragraphs[^1].Length > 60
                && paragraphs[^1][^1] is not ('.' or '!' or '?' or ':' or '”' or '"')
            )
                paragraphs[^1] = Join(paragraphs[^1], block);
            else
                paragraphs.Add(block);
        }

        return paragraphs;
    }

    private static string JoinLines(IEnumerable<string> lines) =>
        lines.Where(line => line.Length > 0).Aggregate("", (text, line) => text.Length == 0 ? line : Join(text, line));

    private static string Join(string text, string next)
    {
        if (text[^1] == '\u00AD')
            return text[..^1] + next;
        // "com-" and "pany" are one word; "Anglo-" and "American" keep the hyphen.
        return text.Length > 1 && text[^1] is '-' or '\u2010' && char.IsLetter(text[^2])
            ? (char.IsLower(next[0]) ? text[..^1] : text) + next
            : text + " " + next;
    }

    // PDF 32000-1, section 7.9.4: D:YYYYMMDDHHmmSSOHH'mm'.
    private static string? Date(string? value)
    {
        var match = PdfDate().Match(value ?? "");
        if (!match.Success)
            return null;
        var text = new StringBuilder(match.Result("${y}-${m}-${d}T${h}:${i}:${s}"));
        return text.Append(match.Groups["sign"].Success ? match.Result("${sign}${oh}:${om}") : "Z").ToString();
    }

    [GeneratedRegex(
        @"\A(?:D:)?(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})(?<h>[0-9]{2})(?<i>[0-9]{2})(?<s>[0-9]{2})(?:Z|(?<sign>[+-])(?<oh>[0-9]{2})'?(?<om>[0-9]{2})'?)?",
        RegexOptions.None,
        1000
    )]
    private static partial Regex PdfDate();

    [GeneratedRegex(
        @"\A(?:page|seite|p\.)?\s?[0-9]{1,4}(?:\s?(?:/|of|von)\s?[0-9]{1,4})?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex PageNumber();

    // Programs write the name of the file as the title.
    [GeneratedRegex(
        @"\A(?:microsoft\sword\s-|untitled|unbenannt)|\.(?:docx?|indd|pdf|qxd|tex)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex FileTitle();

    private sealed record Block(string Text, double Size, double Bottom, double Top);
}
