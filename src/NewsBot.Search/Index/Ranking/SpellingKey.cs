namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Computes a key shared by the spellings of a name from another script: their consonants are the same, while vowels, doubled letters and
/// an h after a consonant vary.
/// </summary>
/// <remarks>
/// "zelensky", "zelenskiy" and "zelenskyy" share a key, as do "kyiv" and "kiev", "ogaryovo" and "ogoryovo", and "prigozhin" and
/// "prigozin".
/// </remarks>
internal static class SpellingKey
{
    /// <summary>Specifies the minimum length of a term with a key: too many shorter words differ only in their vowels.</summary>
    public const int MinTermLength = 4;

    /// <summary>Specifies the result of <see cref="Of"/> for a term without a key.</summary>
    public const uint None = 0;

    private const byte Vowels = (byte)'a';

    /// <summary>Returns a hash of the key; <see cref="None"/> for terms that are short or have anything but a–z.</summary>
    /// <param name="term">A folded and stemmed term in UTF-8.</param>
    public static uint Of(ReadOnlySpan<byte> term)
    {
        if (term.Length < MinTermLength)
            return None;
        const uint FnvPrime = 16777619;
        var hash = 2166136261;
        byte before = 0;
        foreach (var letter in term)
        {
            if (letter is < (byte)'a' or > (byte)'z')
                return None;
            var sound = letter is (byte)'a' or (byte)'e' or (byte)'i' or (byte)'o' or (byte)'u' or (byte)'y' or (byte)'j' ? Vowels : letter;
            if (sound == before || (letter == 'h' && before is not (0 or Vowels)))
                continue;
            hash = (hash ^ sound) * FnvPrime;
            before = sound;
        }

        return hash == None ? 1 : hash;
    }
}
