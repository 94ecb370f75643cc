using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;
using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Composing.Matching;

/// <summary>Finds one term of a question in sentences: the word, its other forms and spellings, and what stands for it.</summary>
/// <remarks>Not thread-safe: it caches the words it has seen.</remarks>
internal sealed class TermMatcher
{
    private const double OtherSpelling = 0.95;
    private const double OtherForm = 0.8;
    private const double SmallLetterForName = 0.5;

    private readonly QuestionTerm term;
    private readonly IReadOnlyList<(string[] Stems, double Match)> phrases;
    private readonly Dictionary<WordForm, double> strengths = [];
    private readonly Dictionary<WordForm, double> strengthsOfCapitals = [];

    public TermMatcher(QuestionTerm term)
    {
        this.term = term;
        phrases = term.Related.Phrases;
    }

    /// <summary>Returns the match that starts at one position of the sentence.</summary>
    public TermMatch At(AnnotatedText sentence, int position)
    {
        var word = sentence.Words[position];
        var strength = StrengthOf(word);
        var length = 1;
        foreach (var (stems, match) in phrases)
        {
            if (match > strength && stems[0] == word.Stem && StandsAt(stems, sentence, position))
                (strength, length) = (match, stems.Length);
        }

        return strength > 0 ? new TermMatch(strength, position, length) : TermMatch.None;
    }

    /// <summary>Determines whether a match can start at such a word.</summary>
    public bool CanStartAt(AnnotatedWord word) => StrengthOf(word) > 0 || phrases.Any(phrase => phrase.Stems[0] == word.Stem);

    /// <summary>
    /// Returns how well a set of stems contains the term: like <see cref="TermMatchers.Best"/>, but without positions, phrases and other
    /// spellings in Latin letters.
    /// </summary>
    public static double In(QuestionTerm term, IReadOnlySet<string> stems)
    {
        if (term.WordCount == 1 && stems.Contains(term.Word.Stem))
            return 1;
        var best = 0.0;
        foreach (var (stem, match) in term.Related.Single)
        {
            if (match > best && stems.Contains(stem))
                best = match;
        }

        if (best < OtherSpelling && term.IsName && IsInAnotherScript(term.Word.Folded, stems))
            best = OtherSpelling;

        return best;
    }

    // Only other scripts are compared: in the name's own script, stems do not distinguish the spellings of a name.
    private static bool IsInAnotherScript(string name, IReadOnlySet<string> stems)
    {
        foreach (var stem in stems)
        {
            if (OtherScript.Is(stem) && NameSpelling.AreOne(name, stem))
                return true;
        }

        return OtherScript.Is(name) && stems.Any(stem => NameSpelling.AreOne(name, stem));
    }

    private double StrengthOf(AnnotatedWord word)
    {
        var known = word.IsCapital ? strengthsOfCapitals : strengths;
        if (!known.TryGetValue(word.Form, out var strength))
            known[word.Form] = strength = WordStrength(word);
        return strength;
    }

    private double WordStrength(AnnotatedWord word)
    {
        if (term.WordCount > 1)
            return word.IsStop ? 0 : term.Related.Single.GetValueOrDefault(word.Stem, 0);
        if (word.Stem == term.Word.Stem)
            return term.IsName && !word.MayBeName ? SmallLetterForName : 1;
        if (word.IsStop)
            return 0;
        if (term.Word.Number is { } number)
            return word.Number == number ? 1 : 0;
        var strength = term.Related.Single.GetValueOrDefault(word.Stem, 0);
        if (term.IsName && word.MayBeName && Spelling.AreVariants(term.Word.Folded, word.Folded))
            strength = Math.Max(strength, OtherSpelling);
        if (strength < OtherForm && Spelling.AreForms(term.Word.Folded, word.Folded))
            strength = OtherForm;
        return strength;
    }

    private static bool StandsAt(string[] stems, AnnotatedText sentence, int position)
    {
        if (position + stems.Length > sentence.Words.Count)
            return false;
        for (var i = 0; i < stems.Length; i++)
        {
            if (sentence.Words[position + i].Stem != stems[i])
                return false;
        }

        return true;
    }
}
