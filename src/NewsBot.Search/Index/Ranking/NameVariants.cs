using System.Text;
using NewsBot.Search.Analysis;
using NewsBot.Search.Index.Querying;
using NewsBot.Search.Index.Segments;
using NewsBot.Search.Names;

namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Finds a query's name among the index's terms in other scripts and their grammatical cases, under its other names, and in other
/// romanisations.
/// </summary>
/// <remarks>
/// The index contains terms as written, and no variants. A walk reads only the terms that begin as the name can, and an English archive
/// has hardly any in other scripts.
/// </remarks>
internal static class NameVariants
{
    private const int MostVariants = 8;
    private const int MostSpellings = 16;

    // Endings that the stemmer may have removed from a name.
    private static readonly string[] Suffixes = ["", "s", "es", "ed", "e", "ing"];

    // Spellings with different consonants, each possible in place of the other. SpellingKey covers vowels, doubled letters and h.
    private static readonly (string, string)[] Consonants =
    [
        ("q", "k"),
        ("k", "q"),
        ("w", "v"),
        ("v", "w"),
        ("ph", "f"),
        ("f", "ph"),
        ("tsch", "ch"),
        ("tch", "ch"),
        ("ch", "tch"),
        ("sch", "sh"),
        ("sh", "sch"),
        ("x", "ks"),
        ("ks", "x"),
        ("ff", "v"),
    ];

    // The letters that Arabic joins to a name for the article and short words.
    private const string ArabicProclitics = "اوبل";

    /// <summary>Returns the terms of the index that are the name in another form.</summary>
    /// <param name="views">The views of a snapshot.</param>
    /// <param name="passageCount">The number of live passages in them.</param>
    /// <param name="term">The name's term with its weight; of weight 0 when the index does not have it.</param>
    /// <param name="name">The name, folded, not stemmed.</param>
    /// <param name="factor">The weight of a variant, relative to the term.</param>
    /// <returns>The variants, most frequent first.</returns>
    public static List<WeightedTerm> Of(IReadOnlyList<SegmentView> views, long passageCount, WeightedTerm term, string name, double factor)
    {
        if (name.Length < SpellingKey.MinTermLength - 1)
            return [];
        var found = new HashSet<string>(StringComparer.Ordinal);
        string[] names = [name, .. NameSpelling.OthersOf(name)];
        foreach (var view in views)
        {
            foreach (var one in names)
                AddInOtherScripts(view.Segment, one, found);
            if (OtherScript.Is(name))
                AddInLatin(view.Segment, name, found);
            else
                AddSpellings(view.Segment, name, found);
        }

        found.UnionWith(names.Skip(1).Where(one => !OtherScript.Is(one)).Select(EnglishStemmer.Stem));
        found.Remove(term.Term);
        return SpellingVariants.Weigh(views, passageCount, term, factor, found, MostVariants);
    }

    private static void AddInOtherScripts(Segment segment, string name, HashSet<string> found)
    {
        if (segment.Dictionary.Count == 0 || !segment.Dictionary.Seek("Ͱ"u8).MoveNext())
            return;
        var isOther = OtherScript.Is(name);
        var firsts = Romanization.FirstLettersOf(isOther ? Romanization.Write(name) : name).ToHashSet();
        if (isOther)
            firsts.Add(name[0]);
        if (firsts.Any(letter => OtherScript.IsArabic(letter)))
            firsts.UnionWith(ArabicProclitics);
        foreach (var first in firsts)
            Walk(segment, first.ToString(), term => NameSpelling.AreSpelledAlike(name, term), found);
    }

    private static void AddInLatin(Segment segment, string name, HashSet<string> found)
    {
        foreach (var prefix in PrefixesOf(name))
            Walk(segment, prefix, stem => WordsOf(stem).Any(word => Romanization.Fits(word, name)), found);
    }

    private static void AddSpellings(Segment segment, string name, HashSet<string> found)
    {
        var keys = new HashSet<uint>();
        foreach (var spelling in SpellingsOf(name))
        {
            keys.Add(SpellingKey.Of(Encoding.UTF8.GetBytes(spelling)));
            keys.Add(SpellingKey.Of(Encoding.UTF8.GetBytes(EnglishStemmer.Stem(spelling))));

            // "Mohammed" is stemmed like a past tense, "Muhammad" is not.
            if (spelling.Length > SpellingKey.MinTermLength + 1 && spelling[^1] == 'd')
                keys.Add(SpellingKey.Of(Encoding.UTF8.GetBytes(spelling[..^2])));
        }

        keys.Remove(SpellingKey.None);
        var numbers = new List<int>();
        foreach (var key in keys)
            SpellingTable.Of(segment).Find(key, numbers);
        foreach (var number in numbers.Distinct())
        {
            var stem = segment.Dictionary.TermOf(number);
            if (WordsOf(stem).Any(word => NameSpelling.AreOne(name, word)))
                found.Add(stem);
        }
    }

    private static void Walk(Segment segment, string prefix, Func<string, bool> isSought, HashSet<string> found)
    {
        var utf8 = Encoding.UTF8.GetBytes(prefix);
        var walk = segment.Dictionary.Seek(utf8);
        while (walk.MoveNext() && walk.Term.StartsWith(utf8))
        {
            var term = Encoding.UTF8.GetString(walk.Term);
            if (isSought(term))
                found.Add(term);
        }
    }

    /// <summary>Returns the words that have a stem: a name is compared with them, not with the stem.</summary>
    private static IEnumerable<string> WordsOf(string stem) =>
        Suffixes.Select(suffix => stem + suffix).Where(word => word.Length == stem.Length || EnglishStemmer.Stem(word) == stem);

    // Prefixes of Latin spellings: those of the first two letters, so that few terms are read.
    private static IEnumerable<string> PrefixesOf(string name)
    {
        var start = OtherScript.IsArabic(name[0]) && name.Length > 4 && name.StartsWith("ال", StringComparison.Ordinal) ? 2 : 0;
        var seconds = LetterSpellings.Of(name[start + 1]);
        var prefixes = LetterSpellings
            .Of(name[start])
            .SelectMany(first => seconds.Select(second => first + second))
            .Concat(LetterSpellings.Pairs.GetValueOrDefault((name[start], name[start + 1]), []))
            .Concat(OtherScript.IsArabic(name[0]) ? LetterSpellings.Of(name[start]) : [])
            .Where(prefix => prefix.Length > 0)
            .ToHashSet();
        return prefixes.Where(prefix =>
            !prefixes.Any(other => other.Length < prefix.Length && prefix.StartsWith(other, StringComparison.Ordinal))
        );
    }

    private static List<string> SpellingsOf(string name)
    {
        var spellings = new List<string> { name };
        for (var i = 0; i < spellings.Count && spellings.Count < MostSpellings; i++)
        {
            foreach (var (written, other) in Consonants)
            {
                if (spellings[i].Replace(written, other, StringComparison.Ordinal) is var spelling && !spellings.Contains(spelling))
                    spellings.Add(spelling);
            }
        }

        return spellings;
    }
}
