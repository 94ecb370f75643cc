namespace NewsBot.Settings;

/// <summary>Checks section <c>Logging</c>, which the framework reads, and would ignore where it is mistyped.</summary>
internal static class LogLevels
{
    /// <summary>Specifies the name of the section.</summary>
    public const string Section = "Logging";

    private const string Levels = "LogLevel";

    /// <summary>Reports keys other than <c>LogLevel</c> and the framework's loggers, and levels that do not exist.</summary>
    public static void Check(SettingsReader reader, IConfigurationSection section)
    {
        foreach (var child in section.GetChildren())
        {
            if (child.Key.Equals(Levels, StringComparison.OrdinalIgnoreCase))
                CheckLevels(reader, child);
            else if (child.GetSection(Levels).Exists())
                CheckLevels(reader, child.GetSection(Levels));
            else if (!child.Key.Equals("Console", StringComparison.OrdinalIgnoreCase))
                reader.Fail(child.Path, "is unknown", $"write {Section}:{Levels}, followed by a category, if you mean that");
        }
    }

    private static void CheckLevels(SettingsReader reader, IConfigurationSection levels)
    {
        foreach (var level in levels.GetChildren().Where(level => !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)))
            reader.Fail(level.Path, $"is \"{level.Value}\"", $"use one of {string.Join(", ", Enum.GetNames<LogLevel>())}");
    }
}
