using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>For "what did X say": X as the speaker, not X's spokesman, and not X as what is spoken about.</summary>
internal static class SpeechEvidence
{
    private const int VerbWithin = 6;
    private const int VerbAfterRoleWithin = 14;
    private const int OwnerWithin = 6;
    private const double Speaker = 1;
    private const double OnBehalf = 0.6;
    private const double StatementOf = 0.9;
    private const double Mentioned = 0.1;

    public static KindEvidence Find(AlignedCandidate aligned)
    {
        if (aligned.Question.Speaker is not { } head) return KindEvidence.Of(0.5);
        var best = KindEvidence.None;
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            var strength = aligned.MatchAt(head, i).Strength;
            if (strength >= RelatedWords.StandsFor) best = best.Or(At(aligned.Words, i, strength > RelatedWords.StandsFor));
        }

        return best;
    }

    /// <param name="words">The candidate.</param>
    /// <param name="speaker">Position of the speaker's name.</param>
    /// <param name="isNamed">False for a capital or a country that stands for the speaker: then only "Moscow said" counts, not "Russian media said".</param>
    private static KindEvidence At(IReadOnlyList<AnnotatedWord> words, int speaker, bool isNamed)
    {
        if (!isNamed && (speaker + 1 == words.Count || !Lexicon.IsSpeech(words[speaker + 1]))) return KindEvidence.Of(Mentioned);
        if (speaker > 0 && IsSource(words, speaker)) return KindEvidence.Of(words[speaker].IsPossessive ? Mentioned : Speaker);
        if (speaker > 0 && words[speaker].BreakBefore == WordBreak.None && Lexicon.IsSpeech(words[speaker - 1]) && !words[speaker].IsPossessive
            && (speaker + 1 == words.Count || words[speaker + 1].BreakBefore >= WordBreak.Comma)) return KindEvidence.Of(Speaker);
        if (BelongsToAnother(words, speaker) || Clause.FollowsPreposition(words, speaker)) return KindEvidence.Of(Mentioned);
        var (onBehalf, another) = (false, false);
        var isRole = Lexicon.IsRole(words[speaker]);
        for (var i = speaker + 1; i < words.Count && i <= speaker + (isRole ? VerbAfterRoleWithin : VerbWithin); i++)
        {
            var word = words[i];
            if (word.BreakBefore >= WordBreak.Dash || word.Folded is "that" or "who" or "which" || (word.Folded == "of" && !isRole)) break;
            if (Lexicon.IsSpeech(word) && !IsNoun(words, i))
            {
                if (words[speaker].IsPossessive) return KindEvidence.Of(IsStatement(words[speaker + 1]) ? StatementOf : Mentioned);
                return KindEvidence.Of(onBehalf ? OnBehalf : another ? Mentioned : Speaker);
            }

            // "The Ukrainian president said" speaks for Ukraine; "the Ukrainian outlet Ukrainska Pravda said" for itself.
            if (isRole) continue;
            if (Lexicon.IsRole(word)) onBehalf = true;
            else if (word.IsCapital) another = true;
        }

        return KindEvidence.Of(Mentioned);
    }

    /// <summary>"The adviser to the head of the office of President Zelensky said": not the president.</summary>
    private static bool BelongsToAnother(IReadOnlyList<AnnotatedWord> words, int speaker)
    {
        var before = speaker - 1;
        while (before > 0 && words[before + 1].BreakBefore <= WordBreak.Hyphen && (words[before].IsCapital || Lexicon.IsRole(words[before]) || words[before].Folded is "the" or "former") && !Lexicon.IsSpeech(words[before])) before--;
        if (before < 1 || words[before].Folded is not ("of" or "to" or "for")) return false;
        for (var i = before - 1; i >= 0 && i >= before - OwnerWithin && words[i + 1].BreakBefore <= WordBreak.Hyphen; i--)
        {
            if (Lexicon.IsRole(words[i])) return true;
        }

        return false;
    }

    /// <summary>"according to the Kremlin", "no comment from Ukrainian authorities".</summary>
    private static bool IsSource(IReadOnlyList<AnnotatedWord> words, int speaker)
    {
        var before = speaker - 1;
        while (before > 0 && words[before].Folded is "the" or "a" or "mr" or "mrs" or "ms" or "president" or "minister") before--;
        return (words[before].Folded == "to" && before > 0 && words[before - 1].Folded == "according")
            || (words[before].Folded is "from" or "by" && before > 0 && (Lexicon.IsSpeech(words[before - 1]) || words[before - 1].Stem is "comment" or "statement" or "respons" or "reaction"));
    }

    private static bool IsStatement(AnnotatedWord word) => word.Stem is "statement" or "websit" or "press" or "govern" or "ministri" or "author" or "offic" or "administr" or "leadership" or "militari";

    /// <summary>"the claim", "the Kremlin claims." at the end of a clause: a noun, not the verb.</summary>
    private static bool IsNoun(IReadOnlyList<AnnotatedWord> words, int i)
    {
        if (words[i].Stem is not ("claim" or "comment" or "report" or "call" or "state" or "note")) return false;
        if (words[i - 1].Folded is "the" or "a" or "an" or "this" or "its" or "their" or "that") return true;
        return !words[i].Folded.EndsWith("ed", StringComparison.Ordinal) && (i + 1 == words.Count || words[i + 1].BreakBefore >= WordBreak.Comma) && !words.Take(i).Any(word => word.Folded is "not" or "did");
    }
}
