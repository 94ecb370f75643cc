using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Names;

/// <summary>Names of one place, or one person's name, that no rule of spelling joins: Bombay and Mumbai, Athens and Αθήνα. Read at the first use; thread-safe.</summary>
/// <remarks><c>other-names.txt</c> says where they are from. A name that stands for two things of the table stands for both.</remarks>
internal static class OtherNames
{
    private static readonly Lazy<FrozenDictionary<string, string[]>> Names = new(Read);

    /// <summary>Returns the other names of a folded word, folded, in all scripts; none when the table does not have it.</summary>
    public static string[] Of(string name) => Names.Value.GetValueOrDefault(name, []);

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(OtherNames).Assembly.GetManifestResourceStream("OtherNames") ?? throw new InvalidOperationException("The table of other names is not in the assembly.");
        using var reader = new StreamReader(stream);
        var others = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var row = line.Split(", ").Select(name => TermFolding.Fold(name)).Distinct(StringComparer.Ordinal).ToArray();
            foreach (var name in row)
            {
                if (!others.TryGetValue(name, out var known))
                    others[name] = known = [];
                known.AddRange(row.Where(other => other != name && !known.Contains(other)));
            }
        }

        return others.ToFrozenDictionary(name => name.Key, name => name.Value.ToArray(), StringComparer.Ordinal);
    }
}
