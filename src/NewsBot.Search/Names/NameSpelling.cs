namespace NewsBot.Search.Names;

/// <summary>Tells whether two words are one name in two spellings, in two scripts, or in two cases of one language. Stateless, thread-safe.</summary>
public static class NameSpelling
{
    /// <summary>Returns whether two words are one name; words of other scripts than Latin, Greek, Cyrillic and Arabic only have themselves.</summary>
    /// <param name="name">A word as <see cref="Analysis.TermFolding"/> folds it; callers see to it that it is a name.</param>
    /// <param name="other">The same of the other word.</param>
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

    /// <summary>Returns what else the name is called, folded: other names, not other spellings.</summary>
    internal static string[] OthersOf(string name) => OtherNames.Of(name);

    /// <summary>As <see cref="AreOne"/>, by rule alone: without the table of other names.</summary>
    internal static bool AreSpelledAlike(string name, string other) => (OtherScript.Is(name), OtherScript.Is(other)) switch
    {
        (false, false) => LatinNames.AreOne(name, other),
        (false, true) => Romanization.Fits(name, other),
        (true, false) => Romanization.Fits(other, name),
        _ => Romanization.Fits(Romanization.Write(name), other) || Romanization.Fits(Romanization.Write(other), name),
    };
}
