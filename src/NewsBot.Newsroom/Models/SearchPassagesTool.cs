using System.Text.Json;
using Microsoft.Extensions.AI;

namespace NewsBot.Newsroom.Models;

/// <summary>The one tool of the model: more passages of the archive.</summary>
internal sealed class SearchPassagesTool : AIFunctionDeclaration
{
    public const string QueryArgument = "query";

    public static readonly SearchPassagesTool Instance = new();

    private static readonly JsonElement Schema = JsonDocument.Parse("""
        {"type":"object","properties":{"query":{"type":"string","description":"Words to look for: names, places, things"}},"required":["query"],"additionalProperties":false}
        """).RootElement.Clone();

    public override string Name => "search_passages";

    public override string Description => "Finds passages of the newsroom's articles by their words.";

    public override JsonElement JsonSchema => Schema;
}
