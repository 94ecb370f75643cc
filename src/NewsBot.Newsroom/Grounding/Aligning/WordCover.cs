using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>Measures how well a word of the evidence covers a word of a statement.</summary>
/// <remarks>
/// Only what may replace a word in a sentence without changing its meaning counts. The thesaurus of the answers is not used: there,
/// "killed" finds "attempt on his life", which is right for finding and wrong for believing.
/// </remarks>
internal static class WordCover
{
    public const double Same = 1;
    public const double OtherSpelling = 0.95;
    public const double OtherForm = 0.9;
    public const double Synonym = 0.85;

    /// <summary>Specifies the strength from which a word counts as covered.</summary>
    public const double Covered = 0.8;

    /// <summary>Returns the strength of the cover, from 0 (none) to 1 (the same word).</summary>
    public static double Strength(AnnotatedWord claimed, AnnotatedWord found)
    {
        // "It may" does not cover "in May".
        if (claimed.Folded is "may" or "march" && claimed.IsCapital && !found.IsCapital)
            return 0;
        if (claimed.Folded == found.Folded)
            return Same;
        if (claimed.Number is not null || found.Number is not null)
            return claimed.Number == found.Number && !English.VagueNumbers.Contains(claimed) && !English.VagueNumbers.Contains(found)
                ? Same
                : 0;
        if (claimed.IsStop != found.IsStop)
            return 0;
        if (claimed.IsStop)
            return
                English.AuxiliaryForms.AreLike(claimed.Folded, found.Folded)
                || English.LikeFunctionWords.AreLike(claimed.Folded, found.Folded)
                ? Same
                : 0;
        if (claimed.Stem == found.Stem)
            return Same;
        var others = Lexicon.RelatedTo(claimed.Stem).Single;
        var related = others.Count == 0 ? 0 : others.GetValueOrDefault(found.Stem, 0);
        if (related >= RelatedWords.SamePlace)
            return related;
        if (claimed.MayBeName && found.MayBeName && Spelling.AreVariants(claimed.Folded, found.Folded))
            return OtherSpelling;
        if (English.Synonyms.AreLike(claimed.Stem, found.Stem))
            return Synonym;
        if (!(claimed.IsCapital && found.IsCapital) && Spelling.AreForms(claimed.Folded, found.Folded))
            return OtherForm;
        return related == RelatedWords.StandsFor ? related : 0;
    }
}
