using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.TestSupport.Discord;

/// <summary>Keeps the messages as people see them: an edit replaces the members that it names and leaves the rest. Thread-safe.</summary>
/// <param name="violate">Receives broken rules.</param>
internal sealed class ScriptedMessages(Action<string> violate)
{
    private static readonly string[] Seen = ["content", "embeds", "components"];

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> posted = [];
    private readonly Dictionary<string, JsonObject> shown = [];

    /// <summary>Gets the number of messages in channels; those with the same nonce count once.</summary>
    public int Posted
    {
        get
        {
            lock (gate)
                return posted.Count;
        }
    }

    /// <summary>Posts a message, once for a nonce; returns its id.</summary>
    public string Post(string channel, JsonElement body)
    {
        if (!body.TryGetProperty("nonce", out var nonce) || !body.TryGetProperty("enforce_nonce", out var enforce) || !enforce.GetBoolean())
            violate("a message without an enforced nonce");
        lock (gate)
        {
            if (posted.TryGetValue($"{channel} {nonce}", out var known))
                return known;
            var id = posted[$"{channel} {nonce}"] = ScriptedInteraction.NextId();
            Show(id, body);
            return id;
        }
    }

    /// <summary>Edits a message.</summary>
    public void Edit(string id, JsonElement body)
    {
        lock (gate)
            Show(id, body);
    }

    /// <summary>Returns a message as shown now.</summary>
    public JsonElement Find(string id)
    {
        lock (gate)
            return JsonSerializer.SerializeToElement(shown[id]);
    }

    private void Show(string id, JsonElement body)
    {
        if (!shown.TryGetValue(id, out var message))
            shown[id] = message = [];
        foreach (var name in Seen)
        {
            if (body.TryGetProperty(name, out var part))
                message[name] = JsonNode.Parse(part.GetRawText());
        }

        if (!MessageRules.ShowsSomething(JsonSerializer.SerializeToElement(message)))
            violate($"message {id} is empty");
    }
}
