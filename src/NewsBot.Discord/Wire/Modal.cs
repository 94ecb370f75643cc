namespace NewsBot.Discord.Wire;

/// <summary>Represents a dialog with one field for text, which may stay empty.</summary>
/// <param name="CustomId">Comes back with what is entered; at most 100 characters.</param>
/// <param name="Title">At most 45 characters.</param>
/// <param name="Field">The name of the field, as it comes back.</param>
/// <param name="Label">The words above the field; at most 45 characters.</param>
/// <param name="MaxLength">The longest text that can be entered; at most 4,000 characters.</param>
internal sealed record Modal(string CustomId, string Title, string Field, string Label, int MaxLength);
