using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Discord.DiscordNet.Tests;

/// <summary>
/// What Discord.Net writes beside what is meant, and what Discord reads as if it were not there; the facts of the tests know none of it.
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
            foreach (var item in items)
                Strip(item);
        }
        else if (node is JsonObject owner)
        {
            foreach (var (name, value) in owner.ToList())
            {
                if (MeansNothing(name, value))
                    owner.Remove(name);
                else
                    Strip(value);
            }
        }
    }

    private static bool MeansNothing(string name, JsonNode? value) =>
        value?.ToJsonString() switch
        {
            null => true,
            "[]" => name is "options" or "roles" or "users",
            "false" => name is "autocomplete" or "nsfw" or "tts" or "disabled" or "default_permission",
            "true" => name is "dm_permission" or "default_permission",
            // A plain reference, and an embed like any other.
            "0" or "\"rich\"" => name == "type",
            _ => false,
        };
}
