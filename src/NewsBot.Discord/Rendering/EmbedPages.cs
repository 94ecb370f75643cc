using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>Distributes sections over as many pages as they need, each within all of Discord's limits.</summary>
internal static class EmbedPages
{
    /// <summary>Specifies the maximum length of a title, or of a section's name.</summary>
    public const int MaxTitle = 256;

    /// <summary>Specifies the maximum length of a section's text.</summary>
    public const int MaxValue = 1024;

    /// <summary>Specifies the maximum length of the text above the sections.</summary>
    public const int MaxDescription = 4096;

    /// <summary>Specifies the maximum length of a page: an embed of 6,000 characters in all, less some for the page number.</summary>
    private const int MaxPage = 5900;

    /// <summary>Specifies the preferred length of a page: shorter ones are easier to read in a channel.</summary>
    private const int MaxFields = 6;

    /// <summary>Returns the pages; at least one.</summary>
    /// <param name="title">Escaped; on every page.</param>
    /// <param name="description">Escaped; on the first page.</param>
    /// <param name="sections">Escaped.</param>
    /// <param name="footer">Plain; on every page. Empty: only the page number.</param>
    /// <param name="color">24-bit RGB.</param>
    public static IReadOnlyList<Embed> Layout(
        string title,
        string? description,
        IReadOnlyList<EmbedField> sections,
        string footer,
        int color
    )
    {
        var pages = new List<Embed>();
        var fields = new List<EmbedField>();
        var used = title.Length + footer.Length + (description?.Length ?? 0);
        foreach (var section in sections)
        {
            var length = section.Name.Length + section.Value.Length;
            if (fields.Count == MaxFields || (used + length > MaxPage && (fields.Count > 0 || description is not null)))
            {
                pages.Add(Page(title, description, fields, color));
                description = null;
                fields = [];
                used = title.Length + footer.Length;
            }

            fields.Add(section);
            used += length;
        }

        if (fields.Count > 0 || description is not null || pages.Count == 0)
            pages.Add(Page(title, description, fields, color));
        return Number(pages, footer);
    }

    /// <summary>Returns the pages of a long text, one part each.</summary>
    public static IReadOnlyList<Embed> Layout(string title, IReadOnlyList<string> parts, string footer, int color) =>
        Number([.. parts.Select(part => Page(title, part, [], color))], footer);

    private static Embed Page(string title, string? description, List<EmbedField> fields, int color) =>
        new()
        {
            Title = title,
            Description = description,
            Fields = fields.Count == 0 ? null : fields,
            Color = color,
        };

    private static List<Embed> Number(List<Embed> pages, string footer)
    {
        if (pages.Count == 1)
            return footer.Length == 0 ? pages : [pages[0] with { Footer = new EmbedFooter(footer) }];
        var rest = footer.Length == 0 ? "" : $" · {footer}";
        return [.. pages.Select((page, index) => page with { Footer = new EmbedFooter($"Page {index + 1} of {pages.Count}{rest}") })];
    }
}
