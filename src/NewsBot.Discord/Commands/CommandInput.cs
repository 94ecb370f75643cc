using System.Text.Json;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Commands;

/// <summary>Reads what was entered in a command or a dialog.</summary>
internal static class CommandInput
{
    /// <summary>Returns the text of an option; empty when it was left out.</summary>
    public static string Text(InteractionJson interaction, string option) =>
        Find(interaction, option) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : "";

    /// <summary>Returns a yes-or-no option; false when it was left out.</summary>
    public static bool Flag(InteractionJson interaction, string option) => Find(interaction, option).ValueKind == JsonValueKind.True;

    /// <summary>Returns the name of the subcommand; empty when there is none.</summary>
    public static string Subcommand(InteractionJson interaction) =>
        interaction.Data?.Options?.FirstOrDefault(option => option.Type == 1)?.Name ?? "";

    /// <summary>Returns the field that is being typed in; null: none.</summary>
    public static CommandOptionJson? Focused(InteractionJson interaction) =>
        interaction.Data?.Options?.FirstOrDefault(option => option.Focused);

    /// <summary>Returns what was entered in a field of a dialog; empty when it was left out.</summary>
    public static string Entered(InteractionJson interaction, string field) =>
        Parts(interaction.Data?.Components).FirstOrDefault(part => part.CustomId == field)?.Value ?? "";

    private static IEnumerable<EnteredPartJson> Parts(IEnumerable<EnteredPartJson?>? parts) =>
        (parts ?? [])
            .OfType<EnteredPartJson>()
            .SelectMany(part => Parts(part.Component is { } inner ? [inner] : part.Components).Prepend(part));

    private static JsonElement Find(InteractionJson interaction, string option) =>
        interaction
            .Data?.Options?.SelectMany(candidate => candidate.Options?.Prepend(candidate) ?? [candidate])
            .FirstOrDefault(candidate => candidate.Type != 1 && candidate.Name == option)
            ?.Value
        ?? default;
}
