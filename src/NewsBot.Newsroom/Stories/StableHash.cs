namespace NewsBot.Newsroom.Stories;

/// <summary>Computes hashes that are the same in every process, unlike the runtime's.</summary>
internal static class StableHash
{
    /// <summary>Returns the FNV-1a hash of the UTF-16 code units, finished by <see cref="Mix"/>.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return Mix(hash);
    }

    /// <summary>
    /// Mixes a value with the finalizer of SplitMix64 (Steele, Lea and Flood 2014), so that every bit depends on every other.
    /// </summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
