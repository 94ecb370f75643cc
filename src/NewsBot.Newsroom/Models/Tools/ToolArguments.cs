using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Models.Tools;

/// <summary>
/// Reads the arguments of a tool. Besides what the language model sends, a turn passes the reader's rights and the
/// shown passages as objects, which no language model can send.
/// </summary>
internal static class ToolArguments
{
    /// <summary>Specifies the key of the <see cref="ReaderRights"/>.</summary>
    public const string Rights = "rights";

    /// <summary>Specifies the key of the turn's <see cref="ShownPassages"/>.</summary>
    public const string Shown = "shown";

    /// <summary>Returns what the reader may see; everything when not specified.</summary>
    public static ReaderRights RightsOf(AIFunctionArguments arguments) =>
        arguments.TryGetValue(Rights, out var given) && given is ReaderRights rights ? rights : new ReaderRights();

    /// <summary>Returns the passages of the call's turn; null outside a turn.</summary>
    public static ShownPassages? ShownOf(AIFunctionArguments arguments) =>
        arguments.TryGetValue(Shown, out var given) ? given as ShownPassages : null;

    /// <summary>Returns a text; empty when missing.</summary>
    public static string TextOf(AIFunctionArguments arguments, string key) =>
        arguments.TryGetValue(key, out var given) ? given?.ToString()?.Trim() ?? "" : "";

    /// <summary>Returns a whole number; 0 when missing or not a number.</summary>
    public static int NumberOf(AIFunctionArguments arguments, string key) =>
        int.TryParse(TextOf(arguments, key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Parses a JSON schema.</summary>
    public static JsonElement Schema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
