using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>
/// Provides what news reports say in place of a word: the thesaurus, irregular forms and places of
/// <c>Language/Words</c>, as stems. Thread-safe.
/// </summary>
internal static class Lexicon
{
    private static readonly FrozenSet<string> PlaceNameStems = WordFile
        .Rows("places")
        .SelectMany(row => row.SelectMany(Stems))
        .Where(name => name.Length == 1)
        .Select(name => name[0])
        .ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, RelatedWords> Related = ReadRelated();
    private static readonly FrozenDictionary<string, (string[] Stems, RelatedWords Related)[]> Phrases = ReadPhrases();

    /// <summary>Determines whether a stem is that of a country, its adjective or its capital.</summary>
    public static bool IsPlaceName(string stem) => PlaceNameStems.Contains(stem);

    /// <summary>Returns what news reports say in place of this word.</summary>
    public static RelatedWords RelatedTo(string stem) => Related.GetValueOrDefault(stem, RelatedWords.None);

    /// <summary>
    /// Returns the thesaurus phrase that starts at a word ("go ahead"), as stems, and its equivalents; null when there is none.
    /// </summary>
    public static (string[] Stems, RelatedWords Related)? PhraseAt(IReadOnlyList<AnnotatedWord> words, int position)
    {
        foreach (var phrase in Phrases.GetValueOrDefault(words[position].Stem, []))
        {
            var fits =
                position + phrase.Stems.Length <= words.Count
                && phrase.Stems.Index().All(stem => words[position + stem.Index].Stem == stem.Item);
            if (fits)
                return phrase;
        }

        return null;
    }

    private static FrozenDictionary<string, RelatedWords> ReadRelated()
    {
        var related = new Dictionary<string, RelatedWords>(StringComparer.Ordinal);
        foreach (var entries in Groups("thesaurus"))
        {
            foreach (var entry in entries.Where(entry => entry.Length == 1))
                Of(entry[0]).Add(entries.Where(other => other != entry), RelatedWords.Synonym);
        }

        foreach (var forms in Groups("irregular-forms"))
        {
            foreach (var form in forms)
                Of(form[0]).Add(forms.Where(other => other != form), RelatedWords.OtherForm);
        }

        foreach (var row in WordFile.Rows("places"))
        {
            var names = Stems(row[0]);
            var capitals = row.Length > 1 ? Stems(row[1]) : [];
            foreach (var name in names.Where(name => name.Length == 1))
            {
                Of(name[0]).Add(names.Where(other => other != name), RelatedWords.SamePlace);
                Of(name[0]).Add(capitals, RelatedWords.StandsFor);
            }

            foreach (var capital in capitals.Where(capital => capital.Length == 1))
                Of(capital[0]).Add(names, RelatedWords.StandsFor);
        }

        return related.ToFrozenDictionary(StringComparer.Ordinal);

        RelatedWords Of(string stem) => related.TryGetValue(stem, out var words) ? words : related[stem] = new RelatedWords();
    }

    private static FrozenDictionary<string, (string[] Stems, RelatedWords Related)[]> ReadPhrases()
    {
        var phrases = new Dictionary<string, (string[] Stems, RelatedWords Related)>(StringComparer.Ordinal);
        foreach (var entries in Groups("thesaurus"))
        {
            foreach (var phrase in entries.Where(entry => entry.Length > 1))
            {
                var key = string.Join(' ', phrase);
                if (!phrases.TryGetValue(key, out var known))
                    phrases[key] = known = (phrase, new RelatedWords());
                known.Related.Add(entries.Where(other => other != phrase), RelatedWords.Synonym);
                known.Related.Add([phrase], RelatedWords.Itself);
            }
        }

        return phrases
            .Values.GroupBy(phrase => phrase.Stems[0])
            .ToFrozenDictionary(
                group => group.Key,
                group => group.OrderByDescending(phrase => phrase.Stems.Length).ToArray(),
                StringComparer.Ordinal
            );
    }

    private static IEnumerable<string[][]> Groups(string file) => WordFile.Rows(file).Select(row => Stems(row[0]));

    private static string[][] Stems(string[] entries) => [.. entries.Select(entry => entry.Split(' ').Select(WordForm.StemOf).ToArray())];
}
