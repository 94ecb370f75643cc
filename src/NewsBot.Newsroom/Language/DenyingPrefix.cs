namespace NewsBot.Newsroom.Language;

/// <summary>Recognises words that differ by a prefix that denies. Thread-safe.</summary>
internal static class DenyingPrefix
{
    private const int LeastRest = 4;
    private const int CommonStart = 5;

    /// <summary>Determines whether one word is the other with such a prefix, as in "distinguishable" and "indistinguishable".</summary>
    public static bool Parts(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length < other.Length)
            return Parts(other, one);
        if (other.Length < LeastRest)
            return false;
        foreach (var prefix in English.DenyingPrefixes.Entries)
        {
            if (!one.StartsWith(prefix))
                continue;
            var rest = one[prefix.Length..];
            if (
                rest.SequenceEqual(other)
                || (rest.Length >= CommonStart && other.Length >= CommonStart && rest[..CommonStart].SequenceEqual(other[..CommonStart]))
            )
                return true;
        }

        return false;
    }
}
