using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Language;

/// <summary>The reviewed word lists of <c>Language/Lexicon</c>, read once; all words are kept as stems. Thread-safe.</summary>
internal static class Lexicon
{
    private static readonly FrozenSet<string> RoleStems = Stems("roles");
    private static readonly FrozenSet<string> SpeechStems = Stems("speech");
    private static readonly FrozenSet<string> LocationStems = Stems("locations");
    private static readonly FrozenSet<string> PlaceNameStems = Lines("places").SelectMany(line => line.Split(':')).SelectMany(Entries).Where(name => name.Length == 1).Select(name => name[0]).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, RelatedWords> Related = ReadRelated();
    private static readonly FrozenDictionary<string, (string[] Stems, RelatedWords Related)[]> Phrases = ReadPhrases();

    /// <summary>A noun for what a person is: "spokesman", "nurse".</summary>
    public static bool IsRole(AnnotatedWord word) => RoleStems.Contains(word.Stem);

    /// <summary>A verb that has a speaker: "said", "denied".</summary>
    public static bool IsSpeech(AnnotatedWord word) => SpeechStems.Contains(word.Stem);

    /// <summary>A noun for a kind of place: "residence", "hospital".</summary>
    public static bool IsLocation(AnnotatedWord word) => LocationStems.Contains(word.Stem);

    /// <summary>A country, its adjective or its capital, as a stem.</summary>
    public static bool IsPlaceName(string stem) => PlaceNameStems.Contains(stem);

    /// <summary>What news reports say for this word besides itself.</summary>
    public static RelatedWords RelatedTo(string stem) => Related.GetValueOrDefault(stem, RelatedWords.None);

    /// <summary>The thesaurus phrase that starts at a word ("go ahead"): its stems and what stands for it; null when none does.</summary>
    public static (string[] Stems, RelatedWords Related)? PhraseAt(IReadOnlyList<AnnotatedWord> words, int position)
    {
        foreach (var phrase in Phrases.GetValueOrDefault(words[position].Stem, []))
        {
            var fits = position + phrase.Stems.Length <= words.Count && phrase.Stems.Index().All(stem => words[position + stem.Index].Stem == stem.Item);
            if (fits) return phrase;
        }

        return null;
    }

    private static FrozenSet<string> Stems(string list) =>
        Lines(list).SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(StemOf).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, RelatedWords> ReadRelated()
    {
        var related = new Dictionary<string, RelatedWords>(StringComparer.Ordinal);
        foreach (var line in Lines("thesaurus"))
        {
            var entries = Entries(line);
            foreach (var entry in entries.Where(entry => entry.Length == 1))
                Of(entry[0]).Add(entries.Where(other => other != entry), RelatedWords.Synonym);
        }

        foreach (var line in Lines("irregular"))
        {
            var forms = Entries(line);
            foreach (var form in forms) Of(form[0]).Add(forms.Where(other => other != form), RelatedWords.OtherForm);
        }

        foreach (var line in Lines("places"))
        {
            var parts = line.Split(':');
            var names = Entries(parts[0]);
            var capitals = parts.Length > 1 ? Entries(parts[1]) : [];
            foreach (var name in names.Where(name => name.Length == 1))
            {
                Of(name[0]).Add(names.Where(other => other != name), RelatedWords.SamePlace);
                Of(name[0]).Add(capitals, RelatedWords.StandsFor);
            }

            foreach (var capital in capitals.Where(capital => capital.Length == 1)) Of(capital[0]).Add(names, RelatedWords.StandsFor);
        }

        return related.ToFrozenDictionary(StringComparer.Ordinal);

        RelatedWords Of(string stem) => related.TryGetValue(stem, out var words) ? words : related[stem] = new RelatedWords();
    }

    private static FrozenDictionary<string, (string[] Stems, RelatedWords Related)[]> ReadPhrases()
    {
        var phrases = new Dictionary<string, (string[] Stems, RelatedWords Related)>(StringComparer.Ordinal);
        foreach (var entries in Lines("thesaurus").Select(Entries))
        {
            foreach (var phrase in entries.Where(entry => entry.Length > 1))
            {
                var key = string.Join(' ', phrase);
                if (!phrases.TryGetValue(key, out var known)) phrases[key] = known = (phrase, new RelatedWords());
                known.Related.Add(entries.Where(other => other != phrase), RelatedWords.Synonym);
                known.Related.Add([phrase], RelatedWords.Itself);
            }
        }

        return phrases.Values.GroupBy(phrase => phrase.Stems[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Stems.Length).ToArray(), StringComparer.Ordinal);
    }

    private static string[][] Entries(string line) =>
        [.. line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(' ').Select(StemOf).ToArray())];

    private static string StemOf(string word) => EnglishStemmer.Stem(TermFolding.Fold(word));

    /// <summary>The lines of a word list without its comments.</summary>
    internal static IEnumerable<string> Lines(string list)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Lexicon.{list}")
            ?? throw new InvalidOperationException($"The word list {list} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
