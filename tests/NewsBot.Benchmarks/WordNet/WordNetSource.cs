using System.Globalization;

namespace NewsBot.Benchmarks.WordNet;

/// <summary>WordNet's own files (wndb(5WN)): data.*, index.*, *.exc and cntlist.rev of one folder.</summary>
internal sealed class WordNetSource
{
    private static readonly (string File, char Class)[] Files = [("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r')];

    /// <summary>Synsets by class and offset.</summary>
    public Dictionary<(char Class, int Offset), Synset> Synsets { get; } = [];

    /// <summary>The synsets of a word, the most frequent of each class first; single words only.</summary>
    public SortedDictionary<string, List<(char Class, int Offset)>> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Irregular forms with their words.</summary>
    public List<(string Form, string Word)> Irregular { get; } = [];

    /// <summary>How often a word was met as a class in the texts that WordNet's authors tagged.</summary>
    public Dictionary<(string Word, char Class), int> Counts { get; } = [];

    public static WordNetSource Read(string folder)
    {
        var source = new WordNetSource();
        foreach (var (file, letter) in Files)
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "data." + file)).Where(line => line[0] != ' '))
                source.Synsets[(letter, Offset(line.Split(' ')[0]))] = Synset.Read(line);
            foreach (
                var fields in File.ReadLines(Path.Combine(folder, "index." + file))
                    .Where(line => line[0] != ' ')
                    .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            )
            {
                if (fields[0].Contains('_', StringComparison.Ordinal))
                    continue;
                if (!source.Words.TryGetValue(fields[0], out var senses))
                    source.Words[fields[0]] = senses = [];
                senses.AddRange(
                    fields.TakeLast(int.Parse(fields[2], CultureInfo.InvariantCulture)).Select(offset => (letter, Offset(offset)))
                );
            }

            foreach (
                var fields in File.ReadLines(Path.Combine(folder, file + ".exc"))
                    .Select(line => line.Split(' '))
                    .Where(fields => !fields[0].Contains('_', StringComparison.Ordinal))
            )
                source.Irregular.AddRange(fields.Skip(1).Select(word => (fields[0], word)));
        }

        foreach (var fields in File.ReadLines(Path.Combine(folder, "cntlist.rev")).Select(line => line.Split(' ')))
        {
            var mark = fields[0].IndexOf('%', StringComparison.Ordinal);
            var key = (
                fields[0][..mark],
                fields[0][mark + 1] switch
                {
                    '1' => 'n',
                    '2' => 'v',
                    '4' => 'r',
                    _ => 'a',
                }
            );
            source.Counts[key] = source.Counts.GetValueOrDefault(key) + int.Parse(fields[2], CultureInfo.InvariantCulture);
        }

        return source;
    }

    private static int Offset(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    /// <param name="Words">Its words, lower case, spaces as underscores.</param>
    /// <param name="Pointers">Symbol, class and offset of the target, number of the word here and there from 1; 0: the whole
    /// synset.</param>
    internal sealed record Synset(string[] Words, (string Symbol, char Class, int Offset, int From, int To)[] Pointers)
    {
        public static Synset Read(string line)
        {
            var fields = line.Split('|')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var count = int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var words = Enumerable.Range(0, count).Select(i => fields[4 + (2 * i)].Split('(')[0].ToLowerInvariant()).ToArray();
            var first = 4 + (2 * count);
            var pointers = Enumerable
                .Range(0, Offset(fields[first]))
                .Select(i => first + 1 + (4 * i))
                .Select(at =>
                    (
                        fields[at],
                        fields[at + 2] == "s" ? 'a' : fields[at + 2][0],
                        Offset(fields[at + 1]),
                        Hex(fields[at + 3][..2]),
                        Hex(fields[at + 3][2..])
                    )
                );
            return new Synset(words, [.. pointers]);
        }

        private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
