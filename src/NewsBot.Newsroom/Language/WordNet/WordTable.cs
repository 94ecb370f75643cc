using System.Globalization;
using System.IO.Compression;

namespace NewsBot.Newsroom.Language.WordNet;

/// <summary>
/// Provides the frequent words of WordNet 3.0 with their synonyms, opposites and hypernyms, from <c>wordnet.txt.gz</c>. Thread-safe; read
/// at first use. The file is generated from WordNet's own files by <c>dotnet run -c Release --project tests/NewsBot.Benchmarks -- wordnet
/// FOLDER</c>; the licence is in the same folder.
/// </summary>
internal sealed class WordTable
{
    /// <summary>A sense is a kind of everything up to this many levels above it.</summary>
    private const int Levels = 3;

    private static readonly Lazy<WordTable> Shipped = new(ReadEmbedded);

    private readonly Dictionary<string, WordEntry> words = new(StringComparer.Ordinal);
    private readonly List<(int[] Parents, int[] Alike)> synsets = [];

    private WordTable(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split('|');
            if (fields.Length == 2)
            {
                synsets.Add((Numbers(fields[0]), Numbers(fields[1])));
                continue;
            }

            words.Add(
                fields[0],
                new WordEntry(this, words.Count)
                {
                    Class = fields[1] switch
                    {
                        "v" => WordClass.Verb,
                        "a" => WordClass.Adjective,
                        "r" => WordClass.Adverb,
                        _ => WordClass.Noun,
                    },
                    Rarity = 1 / (1 + Math.Log(1 + double.Parse(fields[2], CultureInfo.InvariantCulture))),
                    Senses = Numbers(fields[3]),
                    Opposites = Numbers(fields[4]),
                    Derived = Numbers(fields[5]),
                }
            );
        }
    }

    /// <summary>Returns the entry of a stem; null when the table has none.</summary>
    public static WordEntry? Of(string stem) => Shipped.Value.words.GetValueOrDefault(stem);

    /// <summary>Returns the synsets near the given ones.</summary>
    internal WordEntry.Closure Around(int[] senses)
    {
        int[] parents = [.. senses.SelectMany(sense => synsets[sense].Parents).Distinct().Order()];
        var kinds = new SortedSet<int>(parents);
        var level = parents;
        for (var above = 1; above < Levels; above++)
        {
            level = [.. level.SelectMany(sense => synsets[sense].Parents).Distinct()];
            kinds.UnionWith(level);
        }

        return new(parents, [.. kinds], [.. senses.SelectMany(sense => synsets[sense].Alike).Distinct().Order()]);
    }

    private static int[] Numbers(string field) =>
        field.Length == 0 ? [] : [.. field.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static WordTable ReadEmbedded()
    {
        using var stream =
            typeof(WordTable).Assembly.GetManifestResourceStream("WordNet")
            ?? throw new InvalidOperationException("The words of WordNet are not in the assembly.");
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        return new WordTable(reader);
    }
}
