using System.Text.Json;
using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models.Tools;

/// <summary>
/// Finds passages: within a turn, those that it has not shown yet, with ids to cite; outside a turn, any, with their sources. Thread-safe.
/// </summary>
internal sealed class SearchPassagesTool(PassageRetriever retriever) : AIFunction
{
    private const string Query = "query";
    private const int MaxQueryChars = 300;
    private const int MaxPassages = 10;

    private static readonly JsonElement Arguments = ToolArguments.Schema(
        """
        {"type":"object","properties":{"query":{"type":"string","description":"Words to look for: names, places, things"}},"required":["query"],"additionalProperties":false}
        """
    );

    /// <inheritdoc />
    public override string Name => "search_passages";

    /// <inheritdoc />
    public override string Description => "Finds passages of the newsroom's articles by their words, best first.";

    /// <inheritdoc />
    public override JsonElement JsonSchema => Arguments;

    /// <inheritdoc />
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        var query = ToolArguments.TextOf(arguments, Query);
        if (query.Length == 0)
            return ToolTexts.NothingNew;
        var asked = AnnotatedText.Read(query.Length > MaxQueryChars ? query[..MaxQueryChars] : query);
        var found = await retriever.RetrieveAsync(asked, ToolArguments.RightsOf(arguments), cancellationToken).ConfigureAwait(false);
        if (ToolArguments.ShownOf(arguments) is { } shown)
            return ToolTexts.Show(shown, found, MaxPassages);
        return found.Count == 0
            ? ToolTexts.NothingNew
            : PassageFence.OfArticles("passages", found.Take(MaxPassages).Select(one => (one.Article.Article, one.Passage.Range)));
    }
}
