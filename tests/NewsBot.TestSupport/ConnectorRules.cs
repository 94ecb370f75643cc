using System.Globalization;
using System.Text.Json;

namespace NewsBot.TestSupport;

/// <summary>Checks a message for what Teams rejects.</summary>
public static class ConnectorRules
{
    private const int MaxUtf16Bytes = 80 * 1024;

    /// <summary>Returns every fault of an activity for a conversation; empty when there is none.</summary>
    public static IReadOnlyList<string> Faults(JsonElement activity, string raw)
    {
        var faults = new List<string>();
        if (raw.Length * 2 > MaxUtf16Bytes)
            faults.Add($"the message has {raw.Length * 2} bytes in UTF-16, more than {MaxUtf16Bytes}");
        foreach (var name in (string[])["type", "from", "conversation"])
        {
            if (!activity.TryGetProperty(name, out _))
                faults.Add($"\"{name}\" is missing");
        }

        var type = Text(activity, "type");
        if (type is not ("message" or "typing"))
            faults.Add($"type \"{type}\"");
        var text = Text(activity, "text") ?? "";
        if (type == "message" && string.IsNullOrWhiteSpace(text) && !activity.TryGetProperty("attachments", out _))
            faults.Add("the message has neither text nor attachments");
        if (text.Contains("<at>", StringComparison.OrdinalIgnoreCase))
            faults.Add("the text has a mention");
        if (activity.TryGetProperty("suggestedActions", out var suggested) && suggested.GetProperty("actions").GetArrayLength() > 3)
            faults.Add("more than three suggested actions");
        if (activity.TryGetProperty("entities", out var entities))
            CheckEntities(entities, text, faults);
        return faults;
    }

    private static void CheckEntities(JsonElement entities, string text, List<string> faults)
    {
        var roots = entities.EnumerateArray().Where(e => Text(e, "type") == "https://schema.org/Message").ToList();
        if (roots.Count > 1)
            faults.Add("more than one root message entity");
        if (roots is not [var root])
            return;
        if (Text(root, "@type") != "Message" || Text(root, "@context") != "https://schema.org")
            faults.Add("the root message entity has no @type or @context");
        if (!root.TryGetProperty("citation", out var citations))
            return;
        if (citations.GetArrayLength() > 10)
            faults.Add("more than ten citations");
        var positions = new HashSet<int>();
        foreach (var citation in citations.EnumerateArray())
        {
            var position = citation.GetProperty("position").GetInt32();
            var appearance = citation.GetProperty("appearance");
            if (!positions.Add(position))
                faults.Add($"position {position} occurs twice");
            if (!text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{position}]"), StringComparison.Ordinal))
                faults.Add($"the text has no [{position}]");
            CheckLength(appearance, "name", 80, faults);
            CheckLength(appearance, "abstract", 160, faults);
        }
    }

    private static void CheckLength(JsonElement appearance, string name, int max, List<string> faults)
    {
        var text = Text(appearance, name);
        if (string.IsNullOrWhiteSpace(text) || text.Length > max)
            faults.Add($"a citation's {name} is empty or longer than {max}: \"{text}\"");
    }

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
