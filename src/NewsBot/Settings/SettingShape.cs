using System.Globalization;

namespace NewsBot.Settings;

/// <summary>Represents how the value of a setting is written, in the words of docs/operate/configuration.md. Immutable.</summary>
/// <param name="Type">Such as <c>number</c>; <c>text</c> for everything that is read in a way of its own.</param>
/// <param name="Default">The value that holds where there is none; null: none does.</param>
/// <param name="Range">What the value may be; null: the type says it.</param>
internal sealed record SettingShape(string Type, string? Default, string? Range)
{
    /// <summary>Gets that of a text.</summary>
    public static SettingShape Text { get; } = new("text", null, null);

    /// <summary>Gets that of a list.</summary>
    public static SettingShape List { get; } = new("list", null, null);

    /// <summary>Gets that of a web address.</summary>
    public static SettingShape Address { get; } = new("address", null, null);

    /// <summary>Returns that of one of several names.</summary>
    public static SettingShape Choice(string? usual, IReadOnlyList<string> names) =>
        new("choice", usual, string.Join(", ", names.Select(name => $"`{name}`")));

    /// <summary>Returns that of true or false.</summary>
    public static SettingShape Switch(bool usual) => new("switch", usual ? "true" : "false", "`true`, `false`");

    /// <summary>Returns that of a whole number.</summary>
    /// <param name="usual">The default.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The greatest; null: there is none.</param>
    public static SettingShape Number(int usual, int least, int? most) =>
        new(
            "number",
            usual.ToString(CultureInfo.InvariantCulture),
            most is { } greatest
                ? string.Create(CultureInfo.InvariantCulture, $"{least} to {greatest}")
                : string.Create(CultureInfo.InvariantCulture, $"{least} or more")
        );
}
