using System.Text;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>Distributes sections of text over as many pages as they need. Pages end where sections end; nothing is left out.</summary>
internal static class TextPages
{
    /// <summary>Specifies the maximum length of a block: with its heading, it fits on one page.</summary>
    public const int MaxBlock = 3800;

    /// <summary>Specifies up to which length sections share a page: longer pages are hard to read in a channel.</summary>
    private const int MaxShared = 3000;

    /// <summary>Returns the pages; at least one.</summary>
    /// <param name="title">Escaped; on every page.</param>
    /// <param name="sections">At least one.</param>
    /// <param name="footer">Plain; on every page.</param>
    /// <param name="color">24-bit RGB.</param>
    public static IReadOnlyList<Embed> Layout(string title, IReadOnlyList<TextSection> sections, string footer, int color)
    {
        var pages = new List<string>();
        var page = new StringBuilder();
        foreach (var section in sections)
        {
            var length = section.Heading.Length + section.Blocks.Sum(block => block.Length + 1);
            if (page.Length > 0 && page.Length + 2 + length > MaxShared)
                Close();
            page.Append(page.Length == 0 ? "" : "\n\n").Append("**").Append(section.Heading).Append("**");
            foreach (var block in section.Blocks)
            {
                if (page.Length + 1 + block.Length > EmbedPages.MaxDescription)
                {
                    Close();
                    page.Append("**").Append(section.Heading).Append("** (continued)");
                }

                page.Append('\n').Append(block);
            }
        }

        Close();
        return EmbedPages.Layout(title, pages, footer, color);

        void Close()
        {
            pages.Add(page.ToString());
            page.Clear();
        }
    }
}
