namespace NewsBot.Search.Analysis;

/// <summary>Provides the Snowball English stemmer ("Porter2"). Stateless, thread-safe.</summary>
/// <remarks>
/// Follows the published description of the algorithm, snowballstem.org/algorithms/english/stemmer.html, in the revision of Snowball 3
/// (2025): with the prefixes "past", "univers", "later", "emerg", "organ" and "inter", the suffix "ogist", and the exceptions inside step
/// 1b. Its published vocabulary of 42,649 words is reproduced in full.
/// </remarks>
public static class EnglishStemmer
{
    /// <summary>Returns the stem of a word; the same string when nothing is removed.</summary>
    /// <param name="word">A folded word. Words with anything but a–z and apostrophes are returned unchanged.</param>
    public static string Stem(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (!CanStem(word))
            return word;
        var buffer = word.Length <= 128 ? stackalloc char[128] : new char[word.Length];
        word.CopyTo(buffer);
        var stem = buffer[..StemInPlace(buffer[..word.Length])];
        return stem.SequenceEqual(word) ? word : new string(stem);
    }

    /// <summary>Determines whether the algorithm covers all characters of a word.</summary>
    internal static bool CanStem(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (c is not ((>= 'a' and <= 'z') or '\''))
                return false;
        }

        return true;
    }

    /// <summary>Stems a word in place and returns the stem's length; a stem is never longer than its word.</summary>
    internal static int StemInPlace(Span<char> word)
    {
        if (TryStemException(word, out var exception))
        {
            exception.CopyTo(word);
            return exception.Length;
        }

        return word.Length < 3 ? word.Length : new EnglishStemming(word).Run();
    }

    private static bool TryStemException(ReadOnlySpan<char> word, out string stem)
    {
        stem = word switch
        {
            "skis" => "ski",
            "skies" or "sky" => "sky",
            "idly" => "idl",
            "gently" => "gentl",
            "ugly" => "ugli",
            "early" => "earli",
            "only" => "onli",
            "singly" => "singl",
            "news" => "news",
            "howe" => "howe",
            "atlas" => "atlas",
            "cosmos" => "cosmos",
            "bias" => "bias",
            "andes" => "andes",
            _ => "",
        };
        return stem.Length > 0;
    }
}
