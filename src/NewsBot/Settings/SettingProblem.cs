namespace NewsBot.Settings;

/// <summary>A setting that stops the start.</summary>
/// <param name="Key">As written in a settings file with colons between sections; null when a file as a whole is at fault.</param>
/// <param name="Fault">What is wrong, as the rest of a sentence that begins with the key; never holds a secret.</param>
/// <param name="Remedy">What to do, as a clause that ends the line.</param>
internal sealed record SettingProblem(string? Key, string Fault, string Remedy)
{
    /// <summary>The one line that a person sees.</summary>
    public override string ToString() => Key is null ? $"{Fault}: {Remedy}." : $"Setting {Key} {Fault}: {Remedy}.";
}
