using System.Text.Json;
using Microsoft.Extensions.AI;
using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models.Tools;

/// <summary>
/// Reads an article: within a turn, the next passages of a shown passage's article, with ids to cite; outside a turn,
/// the text of a source from a character on. Thread-safe.
/// </summary>
internal sealed class GetArticleTool(ArticleArchive archive) : AIFunction
{
    private const string Source = "source";
    private const string Start = "start";
    private const int MaxChars = 8_000;

    private static readonly JsonElement Arguments = ToolArguments.Schema(
        """
        {"type":"object","properties":{"source":{"type":"string","description":"The id of a passage of the article, or its source, exactly as search_passages returned it"},"start":{"type":"integer","description":"Where to begin, in characters of the article; 0 is the beginning"}},"required":["source"],"additionalProperties":false}
        """
    );

    /// <inheritdoc />
    public override string Name => "get_article";

    /// <inheritdoc />
    public override string Description => "Reads the article that a passage is from, or part of a long one, from a given character.";

    /// <inheritdoc />
    public override JsonElement JsonSchema => Arguments;

    /// <inheritdoc />
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var source = ToolArguments.TextOf(arguments, Source);
        var shown = ToolArguments.ShownOf(arguments);
        var article =
            shown?.Find(source)?.Article
            ?? await FindAsync(source, ToolArguments.RightsOf(arguments), cancellationToken).ConfigureAwait(false);
        if (article is null || !ToolArguments.RightsOf(arguments).Allow(article.Article))
            return ToolTexts.NoArticle;
        var start = Math.Clamp(ToolArguments.NumberOf(arguments, Start), 0, article.Article.Text.Length);
        if (shown is null)
            return PassageFence.OfArticles("article", [(article.Article, PartOf(article.Article.Text, start))]);
        var next = NextOf(article, start, shown);
        return ToolTexts.Show(shown, next, next.Count);
    }

    private async Task<ArchivedArticle?> FindAsync(string source, ReaderRights rights, CancellationToken cancellationToken) =>
        await archive.StageOfAsync(source, cancellationToken).ConfigureAwait(false) is { } version
        && (
            archive.StageOf(version.Article, rights.AsOf) == ArticleStage.Current
            || (version.Stage == ArticleStage.Embargoed && rights.SeesEmbargoed)
        )
            ? version.Article
            : null;

    private static List<RetrievedPassage> NextOf(ArchivedArticle article, int start, ShownPassages shown)
    {
        var next = new List<RetrievedPassage>();
        var chars = 0;
        foreach (
            var passage in article
                .Passages.Where(passage => passage.Range.End > start)
                .Select(passage => new RetrievedPassage(article, passage, 0))
        )
        {
            if (shown.Has(passage))
                continue;
            if ((chars += passage.Passage.Range.Length) > MaxChars && next.Count > 0)
                break;
            next.Add(passage);
        }

        return next;
    }

    /// <summary>Returns the part from a character on, without cutting a character in half.</summary>
    private static TextRange PartOf(string text, int start)
    {
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
            start--;
        var end = Math.Min(start + MaxChars, text.Length);
        return new TextRange(start, end < text.Length && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end);
    }
}
