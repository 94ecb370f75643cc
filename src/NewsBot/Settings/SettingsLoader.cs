using System.Collections;
using System.Text.Json;

namespace NewsBot.Settings;

/// <summary>
/// Merges the sources of settings, later ones over earlier ones: <c>appsettings.json</c> of the working directory, the file of
/// <c>--config</c>, environment variables <c>NEWSBOT__Section__Key</c>, the command line.
/// </summary>
internal static class SettingsLoader
{
    private const string EnvironmentPrefix = "NEWSBOT__";

    /// <summary>Specifies the section that the web server reads itself.</summary>
    private const string ServerSection = "Kestrel";

    /// <summary>Returns the settings, or the first problem that prevents the start.</summary>
    /// <param name="workingDirectory">Absolute.</param>
    /// <param name="configFile">The value of <c>--config</c>, or null.</param>
    /// <param name="environment">All environment variables.</param>
    /// <param name="commandLine">Settings that the options of the command line set.</param>
    public static (NewsBotSettings? Settings, SettingProblem? Problem) Load(
        string workingDirectory,
        string? configFile,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyDictionary<string, string?> commandLine
    )
    {
        var (configuration, problem) = Merge(workingDirectory, configFile, environment, commandLine);
        if (configuration is null)
            return (null, problem);
        var reader = new SettingsReader(configuration);
        var settings = NewsBotSettings.Read(reader, workingDirectory);
        LogLevels.Check(reader, configuration.GetSection(LogLevels.Section));
        if (configuration.GetSection(ServerSection).GetSection("Endpoints").Exists())
            reader.Fail($"{ServerSection}:Endpoints", "is not read", "list the addresses in Urls");
        reader.FailUnknownKeys(LogLevels.Section, ServerSection);
        foreach (var name in environment.Keys.Where(name => IsMistyped(name, reader.Known)).Order(StringComparer.Ordinal))
            reader.Fail(name, "is not read", $"write it with two underscores, as {name.Replace("_", "__", StringComparison.Ordinal)}");
        return reader.Problems is [var first, ..]
            ? (null, first)
            : (settings with { Logging = configuration.GetSection("Logging"), Server = configuration.GetSection(ServerSection) }, null);
    }

    /// <summary>Determines whether a variable would name a setting if its underscores were doubled.</summary>
    private static bool IsMistyped(string name, IReadOnlyCollection<string> known) =>
        name.StartsWith("NEWSBOT_", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase)
        && known.Contains(name["NEWSBOT_".Length..].Replace('_', ':'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the environment of this process, for <see cref="Load"/>.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment() =>
        Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");

    /// <summary>Returns the merged sources, not read yet.</summary>
    internal static (IConfiguration? Configuration, SettingProblem? Problem) Merge(
        string workingDirectory,
        string? configFile,
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyDictionary<string, string?> commandLine
    )
    {
        var layers = new SettingsLayers();
        var file = "appsettings.json";
        try
        {
            var ofWorkingDirectory = Path.Combine(workingDirectory, file);
            if (File.Exists(ofWorkingDirectory))
                layers.Put(Parse(ofWorkingDirectory));
            if (configFile is not null)
            {
                file = configFile;
                layers.Put(Parse(Path.GetFullPath(configFile, workingDirectory)));
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, new SettingProblem(null, $"{file} does not exist", "create it, or name another file"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new SettingProblem(null, $"{file} cannot be read", "check that it is a file and that you may read it"));
        }
        // InvalidOperationException: a string with half a character, such as \ud800 alone.
        catch (Exception error) when (error is FormatException or JsonException or InvalidOperationException)
        {
            return (null, new SettingProblem(null, $"{file} is not valid JSON", error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ')));
        }

        layers.Put(
            environment
                .Where(variable => variable.Key.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
                .Select(variable =>
                    KeyValuePair.Create(
                        variable.Key[EnvironmentPrefix.Length..].Replace("__", ":", StringComparison.Ordinal),
                        (string?)variable.Value
                    )
                )
        );
        layers.Put(commandLine);
        return (layers.Build(), null);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Parse(string path)
    {
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        return new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable();
    }
}
