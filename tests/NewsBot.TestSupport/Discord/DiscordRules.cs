using System.Text.Json;
using NewsBot.TestSupport.OpenApi;

namespace NewsBot.TestSupport.Discord;

/// <summary>
/// Represents what Discord's API accepts, as far as NewsBot uses it: <see cref="Facts"/>, written for these tests, and Discord's own
/// description where this machine has it. <see cref="MessageRules"/> adds the rules missing from the description. Thread-safe.
/// </summary>
public static class DiscordRules
{
    /// <summary>Specifies the place of Discord's own description in <see cref="SharedFolder"/>.</summary>
    public const string OfficialFile = "fixtures/discord-openapi.json";

    private static readonly Lazy<OpenApiDescription?> Official = new(() =>
        SharedFolder.FindFile(OfficialFile) is { } file ? Load(File.OpenRead(file)) : null
    );

    /// <summary>Gets the operations that NewsBot uses, with their members, types and limits.</summary>
    public static OpenApiDescription Facts { get; } = Load(typeof(DiscordRules).Assembly.GetManifestResourceStream("discord-facts.json")!);

    /// <summary>Returns Discord's own description. Where it is absent, the running test is skipped.</summary>
    public static OpenApiDescription RequireOfficial()
    {
        SharedFolder.Require(OfficialFile);
        return Official.Value!;
    }

    /// <summary>Returns all faults of a request; empty when Discord would accept it.</summary>
    /// <inheritdoc cref="OpenApiDescription.Check"/>
    public static IReadOnlyList<string> Check(string method, string path, IReadOnlyDictionary<string, string> query, JsonElement? body) =>
        [.. Facts.Check(method, path, query, body), .. Official.Value?.Check(method, path, query, body) ?? []];

    private static OpenApiDescription Load(Stream json)
    {
        using (json)
            return OpenApiDescription.Load(json);
    }
}
