namespace NewsBot.Newsroom.Layout;

/// <summary>Cuts a text between words. Thread-safe.</summary>
public static class WordCut
{
    /// <summary>
    /// Returns the text, or its longest beginning that ends with a word and has at most <paramref name="maxChars"/> UTF-16 code units,
    /// ellipsis included.
    /// </summary>
    public static string At(string text, int maxChars)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= maxChars)
            return text;
        var end = text.LastIndexOf(' ', maxChars - 1);
        if (end < maxChars / 2)
            end = char.IsLowSurrogate(text[maxChars - 1]) ? maxChars - 2 : maxChars - 1;
        return text[..end].TrimEnd(' ', ',', ';', ':') + "…";
    }
}
