using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Names;

/// <summary>
/// Provides names of one place or person that no spelling rule joins: Bombay and Mumbai, Athens and Αθήνα. Read on first use;
/// thread-safe.
/// </summary>
/// <remarks>
/// <c>other-names.txt</c> and <c>name-spellings.txt</c> state their sources. A name of two things in the table counts for both.
/// </remarks>
internal static class OtherNames
{
    private const int MinChars = 4;

    private static readonly Lazy<FrozenDictionary<string, string[]>> Names = new(() =>
        Others([.. Rows("other-names"), .. Rows("name-spellings")])
    );
    private static readonly Lazy<ILookup<(char, char), string>> Spelled = new(() =>
        Rows("name-spellings").SelectMany(row => row).ToLookup(SoundOf)
    );

    /// <summary>
    /// Returns the other names of a folded word, folded, in all scripts; none when the table has neither the word nor a name of which it
    /// is a spelling.
    /// </summary>
    public static string[] Of(string name)
    {
        if (Names.Value.TryGetValue(name, out var others))
            return others;
        return
            name.Length < MinChars
            || OtherScript.Is(name)
            || Spelled.Value[SoundOf(name)].FirstOrDefault(known => LatinNames.IsSpellingOf(known, name)) is not { } spelled
            ? []
            : [spelled, .. Names.Value[spelled]];
    }

    /// <summary>
    /// Determines whether two folded words are names of the same thing, in any grammatical case, and in any spelling of a name that is
    /// known to have several.
    /// </summary>
    public static bool AreOne(string name, string other) =>
        Array.Exists(Of(name), known => IsFormOf(known, other)) || Array.Exists(Of(other), known => IsFormOf(known, name));

    private static bool IsFormOf(string known, string name) =>
        known == name
        || (
            OtherScript.Is(known)
                ? OtherScript.Is(name) && NameSpelling.AreSpelledAlike(known, name)
                : !OtherScript.Is(name) && Spelled.Value[SoundOf(known)].Contains(known) && LatinNames.IsSpellingOf(known, name)
        );

    // Returns what all spellings of a name share: the first letter, as far as spellings do not change it, and whether an m or n, or else
    // an r or l, follows.
    private static (char, char) SoundOf(string name) =>
        (
            name[0] switch
            {
                'q' or 'k' or 'g' or 'c' => 'k',
                'o' or 'u' => 'u',
                'y' or 'i' or 'j' => 'i',
                'p' when name[1] == 'h' => 'f',
                't' when name[1] == 'c' => 'k',
                _ => name[0],
            },
            name.AsSpan(1).IndexOfAny('m', 'n') is >= 0 ? 'n'
            : name.AsSpan(1).IndexOfAny('r', 'l') is >= 0 ? 'r'
            : ' '
        );

    private static FrozenDictionary<string, string[]> Others(List<string[]> rows) =>
        rows.SelectMany(row => row.Select(name => (Name: name, Row: row)))
            .GroupBy(one => one.Name)
            .ToFrozenDictionary(
                name => name.Key,
                name => name.SelectMany(one => one.Row).Where(other => other != name.Key).Distinct().ToArray(),
                StringComparer.Ordinal
            );

    private static List<string[]> Rows(string file)
    {
        using var stream =
            typeof(OtherNames).Assembly.GetManifestResourceStream($"Names.{file}")
            ?? throw new InvalidOperationException($"The names of {file} are not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add([.. line.Split(", ").Select(name => TermFolding.Fold(name)).Distinct(StringComparer.Ordinal)]);
        }

        return rows;
    }
}
