using System.Globalization;

namespace NewsBot.Settings;

/// <summary>Reads settings by key, and records which keys were requested and what was wrong with their values.</summary>
/// <remarks>
/// Replaces the framework's binder, whose messages name a type where a person needs a remedy, and which takes a misspelt key for a missing
/// one.
/// </remarks>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SettingShape> shapes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SettingProblem> problems = [];

    /// <summary>Gets the problems in the order in which they were found.</summary>
    public IReadOnlyList<SettingProblem> Problems => problems;

    /// <summary>Gets every key requested so far.</summary>
    public IReadOnlyCollection<string> Known => known;

    /// <summary>Gets how the value of every key requested so far is written.</summary>
    public IReadOnlyDictionary<string, SettingShape> Shapes => shapes;

    /// <summary>Returns the value, trimmed; null when missing or blank.</summary>
    public string? Text(string key)
    {
        known.Add(key);
        shapes.TryAdd(key, SettingShape.Text);
        if (configuration.GetSection(key).GetChildren().Any())
            Fail(key, "has several values", "write one value in quotation marks");
        return configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
    }

    /// <summary>Returns the values of an array, or the parts of a single value separated by semicolons; omits blanks.</summary>
    public IReadOnlyList<string> List(string key)
    {
        known.Add(key);
        shapes[key] = SettingShape.List;
        var children = configuration.GetSection(key).GetChildren().ToList();
        foreach (var child in children)
            known.Add(child.Path);
        var items = children.Count > 0 ? children.Select(child => child.Value) : (configuration[key] ?? "").Split(';');
        return items.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim()).ToList();
    }

    /// <summary>Returns the names under a key that contains several entries, each with its own keys.</summary>
    public IReadOnlyList<string> Names(string key) => [.. configuration.GetSection(key).GetChildren().Select(child => child.Key)];

    /// <summary>Returns one of the names of <typeparamref name="T"/>, in any case.</summary>
    public T Choice<T>(string key, T fallback)
        where T : struct, Enum => Choice<T>(key, (T?)fallback) ?? fallback;

    /// <summary>Returns one of the names of <typeparamref name="T"/>, in any case; <paramref name="fallback"/> when there is none.</summary>
    public T? Choice<T>(string key, T? fallback)
        where T : struct, Enum
    {
        shapes[key] = SettingShape.Choice(fallback?.ToString(), Enum.GetNames<T>());
        if (Text(key) is not { } value)
            return fallback;
        foreach (var name in Enum.GetNames<T>())
        {
            if (name.Equals(value, StringComparison.OrdinalIgnoreCase))
                return Enum.Parse<T>(name);
        }

        Fail(key, $"is \"{value}\"", "use " + string.Join(" or ", Enum.GetNames<T>()));
        return fallback;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>, in any case.</summary>
    public bool Flag(string key, bool fallback)
    {
        shapes[key] = SettingShape.Switch(fallback);
        if (Text(key) is not { } value)
            return fallback;
        if (bool.TryParse(value, out var flag))
            return flag;
        Fail(key, $"is \"{value}\"", "use true or false");
        return fallback;
    }

    /// <summary>Reads a whole number, 1 or more.</summary>
    public int Count(string key, int fallback)
    {
        shapes[key] = SettingShape.Number(fallback, 1, null);
        if (Text(key) is not { } value)
            return fallback;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
            return count;
        Fail(key, $"is \"{value}\"", "use a whole number, 1 or more");
        return fallback;
    }

    /// <summary>Reads an absolute http or https address without query and fragment.</summary>
    public Uri? WebAddress(string key)
    {
        shapes[key] = SettingShape.Address;
        if (Text(key) is not { } value)
            return null;
        if (
            Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Query.Length == 0
            && address.Fragment.Length == 0
            && address.UserInfo.Length == 0
        )
            return address;
        // The value is not shown: an unreadable address may contain a password before its @.
        Fail(key, "is not a web address", "write it like https://news.example.org, without a user name, ? and #");
        return null;
    }

    /// <summary>Returns the key that a setting is written under: its name, or an earlier one, which stays valid. Not both.</summary>
    public string KeyOf(string name, string earlier)
    {
        if (string.IsNullOrWhiteSpace(configuration[earlier]))
            return name;
        if (Text(name) is not null)
            Fail(earlier, $"is set beside {name}", $"remove it; it is that setting's earlier name");
        return earlier;
    }

    /// <summary>Reads a whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int Whole(string key, int fallback, int least, int most)
    {
        shapes[key] = SettingShape.Number(fallback, least, most);
        if (Text(key) is not { } value)
            return fallback;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Fail(key, $"is \"{value}\"", string.Create(CultureInfo.InvariantCulture, $"write a whole number from {least} to {most}"));
        return fallback;
    }

    /// <summary>Reads a Discord id: the digits of an unsigned 64-bit number.</summary>
    public string? Snowflake(string key, string? value)
    {
        if (value is null || (value.All(char.IsAsciiDigit) && ulong.TryParse(value, CultureInfo.InvariantCulture, out var id) && id > 0))
            return value;
        Fail(key, $"is \"{value}\"", "copy the id in Discord with developer mode on; it has only digits; put it in quotation marks");
        return null;
    }

    /// <summary>Records that a value cannot be used.</summary>
    public void Fail(string key, string fault, string remedy) => problems.Add(new SettingProblem(key, fault, remedy));

    /// <summary>Records every key that has a value but was never requested.</summary>
    /// <param name="foreign">Sections that belong to others and are ignored.</param>
    public void FailUnknownKeys(params ReadOnlySpan<string> foreign)
    {
        foreach (var (key, value) in configuration.AsEnumerable().OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (string.IsNullOrEmpty(value) || known.Contains(key) || IsIn(foreign, key))
                continue;
            var nearest = known.MinBy(candidate => Distance(candidate, key))!;
            Fail(
                key,
                "is unknown",
                Distance(nearest, key) <= 3 ? $"write {nearest} if you mean that" : "remove it; appsettings.example.json lists every key"
            );
        }
    }

    private static bool IsIn(ReadOnlySpan<string> sections, string key)
    {
        foreach (var section in sections)
        {
            if (
                key.Equals(section, StringComparison.OrdinalIgnoreCase) || key.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase)
            )
                return true;
        }

        return false;
    }

    /// <summary>Returns the Levenshtein distance without regard to case.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substitution = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
