using System.ComponentModel;
using Microsoft.SemanticKernel;
using NewsBot.Archive;
using NewsBot.Search.Index;

namespace NewsBot.Bridges.SemanticKernel.Plugin;

/// <summary>The archive as functions that an agent can call. What they return is data: one JSON object a line, in a fence that no article can close.</summary>
/// <param name="archive">Open.</param>
/// <param name="asOf">Nothing published after this day is found or shown; null: everything.</param>
internal sealed class ArchivePlugin(ArticleArchive archive, DateOnly? asOf)
{
    public const string Name = "newsroom";

    private const int MaxQueryChars = 300;
    private const int MaxPassages = 12;
    private const int MaxArticleChars = 8_000;

    [KernelFunction("search_passages")]
    [Description("Finds passages of the newsroom's articles by their words, best first.")]
    public async Task<string> SearchPassagesAsync(
        [Description("Words to look for: names, places, things")] string query, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query))
            return "Nothing was found.";
        var text = query.Length > MaxQueryChars ? query[..MaxQueryChars] : query;
        var found = await archive.SearchAsync(new PassageQuery { Text = text, Top = MaxPassages, AsOf = asOf }, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? "Nothing was found." : FencedData.Of("passages", found.Select(passage => new ShownText(
            passage.Article.Article.Source,
            passage.Article.Article.PublishedOn,
            passage.Article.Article.Headline,
            passage.Text,
            passage.Passage.Range.Start)));
    }

    [KernelFunction("get_article")]
    [Description("Reads one article, or the part of a long one that begins at a character.")]
    public async Task<string> GetArticleAsync(
        [Description("The source, exactly as search_passages returned it")] string source,
        [Description("Where to begin, in characters; 0 is the beginning")] int start = 0,
        CancellationToken cancellationToken = default)
    {
        if (await archive.FindAsync(source ?? "", cancellationToken).ConfigureAwait(false) is not { Article: var article } || article.PublishedOn > asOf)
            return "There is no such article.";
        var first = Math.Clamp(start, 0, article.Text.Length);
        if (first > 0 && first < article.Text.Length && char.IsLowSurrogate(article.Text[first]))
            first--;
        var end = Math.Min(first + MaxArticleChars, article.Text.Length);
        if (end < article.Text.Length && char.IsHighSurrogate(article.Text[end - 1]))
            end--;
        return FencedData.Of("article", [new ShownText(article.Source, article.PublishedOn, article.Headline, article.Text[first..end], first)]);
    }
}
