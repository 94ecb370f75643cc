namespace NewsBot.Newsroom.Language;

/// <summary>Folds white space, so that words of articles stand on one line. Thread-safe.</summary>
public static class WhiteSpace
{
    /// <summary>Returns a text with each run of white space, including non-breaking spaces, as one space, and none at its ends.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
