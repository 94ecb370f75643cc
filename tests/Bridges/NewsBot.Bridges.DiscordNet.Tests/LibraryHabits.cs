using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Bridges.DiscordNet.Tests;

/// <summary>
/// What Discord.Net writes beside what is meant, and what Discord reads as if it were not there; its official description knows none of it.
/// </summary>
internal static class LibraryHabits
{
    /// <summary>The body of a request without them.</summary>
    public static JsonElement Without(JsonElement body)
    {
        var node = JsonNode.Parse(body.GetRawText());
        Strip(node);
        return JsonSerializer.SerializeToElement(node);
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Strip(item);
        }
        else if (node is JsonObject owner)
        {
            foreach (var (name, value) in owner.ToList())
            {
                if (MeansNothing(name, value)) owner.Remove(name);
                else Strip(value);
            }
        }
    }

    private static bool MeansNothing(string name, JsonNode? value) => value switch
    {
        null => true,
        JsonArray { Count: 0 } => name is "options" or "roles" or "users",
        JsonValue flag when flag.GetValueKind() == JsonValueKind.False => name is "autocomplete" or "nsfw",
        _ => name == "default_permission",
    };
}
