using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsBot.Search.Analysis;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.WordNet;

/// <summary>Writes the table of words that the newsroom ships, from WordNet's own files. Deterministic.</summary>
internal static class WordNetTable
{
    /// <summary>Rarer senses of a word mislead more often than they help.</summary>
    private const int MaxSenses = 4;

    private const int Levels = 3;

    public static int Write(string folder)
    {
        var source = WordNetSource.Read(folder);
        var counted = source.Counts.Keys.Select(key => key.Word).ToHashSet(StringComparer.Ordinal);
        var words = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var word in source.Words.Keys.Where(counted.Contains))
            Add(word, word);
        foreach (var (form, word) in source.Irregular.Where(one => counted.Contains(one.Word) && source.Words.ContainsKey(one.Word)))
            Add(form, word);
        var numbers = words.Keys.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
        var synsets = new Dictionary<(char, int), int>();
        var text = new StringBuilder(
            "# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. See LICENSE.txt beside this file.\n"
        );
        foreach (var (stem, lemmas) in words)
        {
            var senses = lemmas.SelectMany(word => Senses(source, word)).Distinct().ToArray();
            var classes = "nvar"
                .Select(letter =>
                    (
                        Class: letter,
                        Count: lemmas.Sum(word =>
                            source.Counts.GetValueOrDefault((word, letter))
                            + (source.Words[word].Any(sense => sense.Class == letter) ? 0.5 : 0)
                        )
                    )
                )
                .ToArray();
            var count = lemmas.Sum(word => "nvar".Sum(letter => source.Counts.GetValueOrDefault((word, letter))));
            text.Append(
                CultureInfo.InvariantCulture,
                $"{stem}|{classes.MaxBy(one => one.Count).Class}|{count}|{Join(senses.Select(NumberOf))}"
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"|{Join(lemmas.SelectMany(word => Opposites(source, word)).SelectMany(Known))}|{Join(lemmas.SelectMany(word => Derived(source, word)).SelectMany(Known))}\n"
            );
        }

        var level = synsets.Keys.ToArray();
        for (var above = 0; above < Levels; above++)
            level = [.. level.SelectMany(sense => Parents(source, sense)).Distinct().Where(sense => NumberOf(sense) >= 0)];
        foreach (var sense in synsets.OrderBy(synset => synset.Value).Select(synset => synset.Key).ToArray())
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Join(Parents(source, sense).Where(synsets.ContainsKey).Select(NumberOf))}|{Join(Alike(source, sense).Where(synsets.ContainsKey).Select(NumberOf))}\n"
            );
        var path = Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom", "Language", "WordNet", "wordnet.txt.gz");
        using (var file = new GZipStream(File.Create(path), CompressionLevel.SmallestSize))
            file.Write(Encoding.UTF8.GetBytes(text.ToString()));
        Console.WriteLine($"{words.Count} words, {synsets.Count} synsets, {text.Length} characters, {new FileInfo(path).Length} bytes");
        return 0;

        int NumberOf((char, int) sense) => synsets.TryGetValue(sense, out var number) ? number : synsets[sense] = synsets.Count;

        IEnumerable<int> Known(string word) => numbers.TryGetValue(StemOf(word), out var number) ? [number] : [];

        void Add(string form, string word)
        {
            var stem = StemOf(form);
            if (!words.TryGetValue(stem, out var lemmas))
                words[stem] = lemmas = new(StringComparer.Ordinal);
            lemmas.Add(word);
        }
    }

    private static string StemOf(string word) => EnglishStemmer.Stem(TermFolding.Fold(word));

    private static string Join(IEnumerable<int> numbers) => string.Join(' ', numbers.Distinct().Order());

    private static IEnumerable<(char Class, int Offset)> Senses(WordNetSource source, string word) =>
        source.Words[word].GroupBy(sense => sense.Class).SelectMany(senses => senses.Take(MaxSenses));

    private static IEnumerable<(char, int)> Parents(WordNetSource source, (char, int) sense) =>
        source.Synsets[sense].Pointers.Where(pointer => pointer.Symbol is "@" or "@i").Select(pointer => (pointer.Class, pointer.Offset));

    private static IEnumerable<(char, int)> Alike(WordNetSource source, (char, int) sense) =>
        source
            .Synsets[sense]
            .Pointers.Where(pointer => pointer.Symbol is "&" or "^" or "$")
            .Select(pointer => (pointer.Class, pointer.Offset));

    /// <summary>Its own opposites, and for an adjective those of what is much like it.</summary>
    private static IEnumerable<string> Opposites(WordNetSource source, string word)
    {
        foreach (var sense in Senses(source, word))
        {
            foreach (var pointer in Of(source, sense, word, "!"))
                yield return pointer;
            foreach (var near in source.Synsets[sense].Pointers.Where(pointer => pointer.Symbol == "&"))
            {
                foreach (var pointer in source.Synsets[(near.Class, near.Offset)].Pointers.Where(pointer => pointer.Symbol == "!"))
                    yield return source.Synsets[(pointer.Class, pointer.Offset)].Words[Math.Max(0, pointer.To - 1)];
            }
        }
    }

    private static IEnumerable<string> Derived(WordNetSource source, string word) =>
        Senses(source, word).SelectMany(sense => Of(source, sense, word, "+", "\\", "<"));

    private static IEnumerable<string> Of(WordNetSource source, (char, int) sense, string word, params string[] symbols)
    {
        var synset = source.Synsets[sense];
        return synset
            .Pointers.Where(pointer => symbols.Contains(pointer.Symbol) && (pointer.From == 0 || synset.Words[pointer.From - 1] == word))
            .Select(pointer => source.Synsets[(pointer.Class, pointer.Offset)].Words[Math.Max(0, pointer.To - 1)]);
    }
}
