namespace NewsBot.Settings;

/// <summary>Represents a setting that prevents the start.</summary>
/// <param name="Key">The key as written in a settings file, with colons between sections; null when a file as a whole is at fault.</param>
/// <param name="Fault">What is wrong, as the rest of a sentence that begins with the key; never contains a secret.</param>
/// <param name="Remedy">What to do, as a clause that ends the line.</param>
internal sealed record SettingProblem(string? Key, string Fault, string Remedy)
{
    /// <summary>Returns the single line that a person sees.</summary>
    public override string ToString() => Key is null ? $"{Fault}: {Remedy}." : $"Setting {Key} {Fault}: {Remedy}.";
}
