using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models.Tools;

/// <summary>
/// What a tool is called with. Beside what the model sends, a turn passes the reader's rights and the passages that were shown: as objects, which no
/// model can send.
/// </summary>
internal static class ToolArguments
{
    /// <summary>Key of the <see cref="ReaderRights"/>.</summary>
    public const string Rights = "rights";

    /// <summary>Key of the turn's <see cref="ShownPassages"/>.</summary>
    public const string Shown = "shown";

    /// <summary>Returns what the reader may see; everything where nobody says.</summary>
    public static ReaderRights RightsOf(AIFunctionArguments arguments) => arguments.TryGetValue(Rights, out var given) && given is ReaderRights rights ? rights : new ReaderRights();

    /// <summary>Returns the passages of the turn that the call belongs to; null outside of one.</summary>
    public static ShownPassages? ShownOf(AIFunctionArguments arguments) => arguments.TryGetValue(Shown, out var given) ? given as ShownPassages : null;

    /// <summary>Returns a text; empty when it is missing.</summary>
    public static string TextOf(AIFunctionArguments arguments, string key) => arguments.TryGetValue(key, out var given) ? given?.ToString()?.Trim() ?? "" : "";

    /// <summary>Returns a whole number; 0 when it is missing or something else.</summary>
    public static int NumberOf(AIFunctionArguments arguments, string key) =>
        int.TryParse(TextOf(arguments, key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Reads a schema.</summary>
    public static JsonElement Schema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
