using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>The one tool of the model: more passages of the archive. Whoever runs the conversation invokes it: the turn itself, or an agent.</summary>
/// <param name="search">Finds and shows passages; returns what the model is told.</param>
internal sealed class SearchPassagesTool(Func<string, CancellationToken, Task<string>> search) : AIFunction
{
    private const string QueryArgument = "query";

    private static readonly JsonElement Schema = JsonDocument.Parse("""
        {"type":"object","properties":{"query":{"type":"string","description":"Words to look for: names, places, things"}},"required":["query"],"additionalProperties":false}
        """).RootElement.Clone();

    public override string Name => "search_passages";

    public override string Description => "Finds passages of the newsroom's articles by their words.";

    public override JsonElement JsonSchema => Schema;

    /// <inheritdoc />
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        await search(arguments.TryGetValue(QueryArgument, out var query) ? query?.ToString() ?? "" : "", cancellationToken).ConfigureAwait(false);
}
