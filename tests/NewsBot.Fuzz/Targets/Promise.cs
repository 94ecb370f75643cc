namespace NewsBot.Fuzz.Targets;

/// <summary>Checks what every result promises.</summary>
internal static class Promise
{
    /// <summary>Throws when a promise is broken.</summary>
    public static void Keep(bool isKept, string broken)
    {
        if (!isKept)
            throw new InvalidOperationException($"Broken: {broken}.");
    }

    /// <summary>Throws for a text that no database keeps: with NUL, or with half of a surrogate pair.</summary>
    public static void KeepText(string? text)
    {
        if (text is null)
            return;
        Keep(!text.Contains('\0'), "a text with NUL");
        foreach (var rune in text.AsSpan().EnumerateRunes())
            Keep(rune.Value != 0xFFFD || text.Contains('\uFFFD'), "a text with half a character");
    }
}
