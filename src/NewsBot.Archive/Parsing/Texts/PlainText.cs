using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Texts;

/// <summary>Reads a plain text: a body, with lines above it that describe it.</summary>
internal sealed class PlainText : IArticleFormatReader
{
    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        var text = file.Text;
        var published = LeadingDate.TakeOff(ref text);
        var first = FirstLines.Read(text, file.DateOrder ?? DateOrder.DayFirst);
        if (string.IsNullOrWhiteSpace(first.Text))
            return
            [
                FormatItem.Rejected(
                    RejectionKind.NoText,
                    published is null && first.Published is null ? "is empty" : "contains a date but no text"
                ),
            ];
        return
        [
            new FormatItem(
                new ArticleDraft
                {
                    Headline = first.Headline ?? Headlines.From(first.Text),
                    Text = first.Text,
                    Published = published?.ToString("yyyy-MM-dd", null) ?? first.Published,
                    Author = first.Author,
                    Outlet = first.Outlet,
                    Url = first.Url,
                    Section = first.Section,
                    Language = first.Language,
                }
            ),
        ];
    }
}
