namespace NewsBot.Search.Names;

/// <summary>
/// Recognises one name in two spellings, in two scripts, or in two grammatical cases of one language. Stateless, thread-safe.
/// </summary>
public static class NameSpelling
{
    /// <summary>
    /// Determines whether two words are one name; words in scripts other than Latin, Greek, Cyrillic and Arabic match only themselves.
    /// </summary>
    /// <param name="name">A word folded by <see cref="Analysis.TermFolding"/>; callers ensure that it is a name.</param>
    /// <param name="other">The other word, folded.</param>
    public static bool AreOne(string name, string other)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(other);
        if (name == other)
            return true;
        if (name.Length == 0 || other.Length == 0)
            return false;
        return AreSpelledAlike(name, other) || OtherNames.AreOne(name, other);
    }

    /// <summary>Returns the other names of a name, folded; not its other spellings.</summary>
    internal static string[] OthersOf(string name) => OtherNames.Of(name);

    /// <summary>Determines the same as <see cref="AreOne"/>, by rule alone: without the table of other names.</summary>
    internal static bool AreSpelledAlike(string name, string other) =>
        (OtherScript.Is(name), OtherScript.Is(other)) switch
        {
            (false, false) => LatinNames.AreOne(name, other),
            (false, true) => Romanization.Fits(name, other),
            (true, false) => Romanization.Fits(other, name),
            _ => Romanization.Fits(Romanization.Write(name), other) || Romanization.Fits(Romanization.Write(other), name),
        };
}
