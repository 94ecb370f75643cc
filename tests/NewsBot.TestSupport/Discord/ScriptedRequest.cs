using System.Text.Json;

namespace NewsBot.TestSupport.Discord;

/// <summary>Represents a request that reached <see cref="ScriptedDiscord"/>.</summary>
/// <param name="Method">Such as POST.</param>
/// <param name="Path">Below the API's base address.</param>
/// <param name="Body">JSON, or null.</param>
/// <param name="Status">The status of the response; 0: the connection was cut.</param>
/// <param name="At">The time since the start of the stand-in when the request had been read.</param>
public sealed record ScriptedRequest(string Method, string Path, JsonElement? Body, int Status, TimeSpan At)
{
    /// <summary>Gets the body as text; empty when there is none.</summary>
    public string Text => Body?.ToString() ?? "";

    /// <summary>Gets a value indicating whether it is the first answer to an interaction.</summary>
    public bool IsCallback => Method == "POST" && Path.EndsWith("/callback", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether it changes the answer to an interaction.</summary>
    public bool ChangesAnswer => Method == "PATCH" && Path.EndsWith("/messages/@original", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether it completes the answer.</summary>
    public bool IsEdit => ChangesAnswer && !AddsButtons;

    /// <summary>Gets a value indicating whether it changes the buttons of a message, but not its text.</summary>
    public bool AddsButtons => Method == "PATCH" && Has("components") && !Has("embeds") && !Has("content");

    /// <summary>Gets a value indicating whether it posts a message in a channel.</summary>
    public bool IsPost =>
        Method == "POST" && Path.StartsWith("/channels/", StringComparison.Ordinal) && Path.EndsWith("/messages", StringComparison.Ordinal);

    private bool Has(string member) => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(member, out _);
}
