namespace NewsBot.Teams.Rendering;

/// <summary>Names a source on one line.</summary>
internal static class SourceLine
{
    /// <summary>Headline and day; the source where an article has no headline.</summary>
    public static string Of(string headline, string source, DateOnly? published) =>
        Days.Text(published) is { } day ? $"{NameOf(headline, source)} · {day}" : NameOf(headline, source);

    /// <summary>The headline; the source where an article has none, since Teams refuses a message with an unnamed citation.</summary>
    public static string NameOf(string headline, string source) => NotBlank(headline) ?? NotBlank(source) ?? "Article";

    /// <summary>The text on one line; null when nothing of it can be seen.</summary>
    public static string? NotBlank(string text) => SafeText.Plain(text) is var plain && string.IsNullOrWhiteSpace(plain) ? null : plain;
}
