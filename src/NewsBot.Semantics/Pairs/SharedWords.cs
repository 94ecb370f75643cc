using System.Collections.Frozen;

namespace NewsBot.Semantics.Pairs;

/// <summary>
/// Decides which words of two texts count as the same. The network was trained with these rules, so they change only with its weights.
/// </summary>
internal static class SharedWords
{
    /// <summary>Words found in most texts: sharing them means nothing.</summary>
    private static readonly FrozenSet<string> Common = (
        "a an the of to in on at for and or is are was were be been by with from as that this it its he she his her him they them their "
        + "who what when where why how which did do does has have had will would not but s t"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Determines whether a word means anything when two texts share it.</summary>
    public static bool Tells(string word) => char.IsLetterOrDigit(word[0]) && !Common.Contains(word);

    /// <summary>Returns the word without the commonest English endings, so that "resigned" and "resigns" are the same.</summary>
    public static string Stem(string word)
    {
        if (word.Length > 3 && word[^1] == 's' && word[^2] != 's')
            word = word[..^1];
        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal))
            word = word[..^3];
        else if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal))
            word = word[..^2];

        return word switch
        {
            { Length: > 3 } when word[^1] == 'e' => word[..^1],
            { Length: > 3 } when word[^1] == 'y' => word[..^1] + 'i',
            _ => word,
        };
    }
}
