using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>
/// Reads the fields above a Markdown text: YAML between lines of <c>---</c>, or TOML between lines of <c>+++</c>. Of both, only names
/// with strings, numbers, dates and lists of these.
/// </summary>
internal static class FrontMatter
{
    /// <summary>Returns the fields by their names in JSON lines, and the text below them.</summary>
    public static (Dictionary<string, string> Fields, string Text) Read(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var start = text.TrimStart('\uFEFF', '\n', ' ');
        var fence =
            start.StartsWith("---\n", StringComparison.Ordinal) ? "---"
            : start.StartsWith("+++\n", StringComparison.Ordinal) ? "+++"
            : null;
        if (fence is null)
            return (fields, text);

        var lines = start.Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == fence || (fence == "---" && line.TrimEnd() == "..."));
        if (end < 0)
            return (fields, text);

        string? list = null;
        foreach (var line in lines[1..end])
        {
            var item = line.TrimStart();
            if (list is not null && item.StartsWith("- ", StringComparison.Ordinal))
            {
                var value = Value(item[2..]);
                fields[list] = fields.TryGetValue(list, out var others) ? others + ", " + value : value;
                continue;
            }

            list = null;
            var border = line.IndexOf(fence == "---" ? ':' : '=', StringComparison.Ordinal);
            if (border <= 0 || char.IsWhiteSpace(line[0]) || line[0] == '#' || NamedFields.Canonical(line[..border]) is not { } name)
                continue;
            if (Value(line[(border + 1)..]) is { Length: > 0 } text0)
                fields.TryAdd(name, text0);
            else if (!fields.ContainsKey(name))
                list = name;
        }

        return (fields, string.Join('\n', lines[(end + 1)..]));
    }

    private static string Value(string raw)
    {
        var value = raw.Trim();
        if (value.StartsWith('[') && value.EndsWith(']'))
            return string.Join(", ", value[1..^1].Split(',').Select(Value));
        if (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0])
            return value[0] == '"'
                ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal)
                : value[1..^1].Replace("''", "'", StringComparison.Ordinal);
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return comment > 0 ? value[..comment].TrimEnd() : value;
    }
}
