using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>The whole passages around the quotes of an answer.</summary>
internal static class PassagePages
{
    /// <summary>The pages; at least one.</summary>
    public static IReadOnlyList<Embed> Render(string question, IReadOnlyList<QuotedPassage> passages) =>
        EmbedPages.Layout("Passages: " + Cut.ToWords(question, EmbedPages.MaxTitle - 10), null, [.. passages.SelectMany(Sections)], "Word for word from the archive", Palette.Sources);

    /// <summary>A passage longer than a section goes on in the next one.</summary>
    private static IEnumerable<EmbedField> Sections(QuotedPassage passage)
    {
        var suffix = $" · {Dates.Show(passage.Article.PublishedOn)}";
        var prefix = $"[{passage.Number}] ";
        var name = prefix + Cut.ToWords(passage.Article.Headline, EmbedPages.MaxTitle - suffix.Length - prefix.Length) + suffix;
        var link = DiscordMarkdown.Link("Read it in the article", passage.Link);
        var parts = Cut.Split(passage.Range.In(passage.Article.Text), EmbedPages.MaxValue - link.Length - 1);
        return parts.Select((part, index) => new EmbedField(
            index == 0 ? name : $"[{passage.Number}] goes on", index == parts.Count - 1 ? $"{part}\n{link}".TrimEnd() : part));
    }
}
