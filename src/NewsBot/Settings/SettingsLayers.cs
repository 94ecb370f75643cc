namespace NewsBot.Settings;

/// <summary>Merges sources of settings, one over the other.</summary>
/// <remarks>
/// The framework merges arrays element by element, so that a shorter list keeps the tail of the one below; here a later list replaces the
/// earlier one.
/// </remarks>
internal sealed class SettingsLayers
{
    private readonly Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a source over those before it; keys without a value leave the existing one.</summary>
    public void Put(IEnumerable<KeyValuePair<string, string?>> source)
    {
        var settings = source.Where(setting => setting.Value is not null).ToList();
        foreach (var (key, _) in settings)
        {
            var (parent, name) = key.LastIndexOf(':') is var colon and >= 0 ? (key[..colon], key[(colon + 1)..]) : ("", key);
            Remove(name.All(char.IsAsciiDigit) ? parent : key);
        }

        foreach (var (key, value) in settings)
            values[key] = value;
    }

    /// <summary>Returns the merged settings.</summary>
    public IConfiguration Build() => new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private void Remove(string key)
    {
        foreach (
            var lower in values
                .Keys.Where(lower =>
                    lower.Equals(key, StringComparison.OrdinalIgnoreCase) || lower.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)
                )
                .ToList()
        )
            values.Remove(lower);
    }
}
