using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds evidence for "what did X say": X as the speaker, neither X's spokesman nor X as the subject of the speech.</summary>
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
        if (aligned.Question.Speaker is not { } head)
            return KindEvidence.Of(0.5);
        var best = KindEvidence.None;
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            var strength = aligned.MatchAt(head, i).Strength;
            if (strength >= RelatedWords.StandsFor)
                best = best.Or(At(aligned.Words, i, strength > RelatedWords.StandsFor));
        }

        return best;
    }

    /// <summary>Returns the evidence for a speaker at a position.</summary>
    /// <param name="words">The words of the candidate.</param>
    /// <param name="speaker">The position of the speaker's name.</param>
    /// <param name="isNamed">
    /// False if a capital or a country stands for the speaker: then only "Moscow said" counts, not "Russian media said".
    /// </param>
    private static KindEvidence At(IReadOnlyList<AnnotatedWord> words, int speaker, bool isNamed)
    {
        if (!isNamed && (speaker + 1 == words.Count || !English.VerbsOfSaying.Contains(words[speaker + 1])))
            return KindEvidence.Of(Mentioned);
        if (speaker > 0 && IsSource(words, speaker))
            return KindEvidence.Of(words[speaker].IsPossessive ? Mentioned : Speaker);
        if (
            speaker > 0
            && words[speaker].BreakBefore == WordBreak.None
            && English.VerbsOfSaying.Contains(words[speaker - 1])
            && !words[speaker].IsPossessive
            && (speaker + 1 == words.Count || words[speaker + 1].BreakBefore >= WordBreak.Comma)
        )
            return KindEvidence.Of(Speaker);
        if (BelongsToAnother(words, speaker) || Clause.FollowsPreposition(words, speaker))
            return KindEvidence.Of(Mentioned);
        var (onBehalf, another) = (false, false);
        var isRole = English.Roles.Contains(words[speaker]);
        for (var i = speaker + 1; i < words.Count && i <= speaker + (isRole ? VerbAfterRoleWithin : VerbWithin); i++)
        {
            var word = words[i];
            if (word.BreakBefore >= WordBreak.Dash || English.RelativePronouns.Contains(word) || (word.Folded == "of" && !isRole))
                break;
            if (English.VerbsOfSaying.Contains(word) && !IsNoun(words, i))
            {
                if (words[speaker].IsPossessive)
                    return KindEvidence.Of(English.Voices.Contains(words[speaker + 1]) ? StatementOf : Mentioned);
                return KindEvidence.Of(
                    onBehalf ? OnBehalf
                    : another ? Mentioned
                    : Speaker
                );
            }

            // "The Ukrainian president said" speaks for Ukraine; "the Ukrainian outlet Ukrainska Pravda said" for itself.
            if (isRole)
                continue;
            if (English.Roles.Contains(word))
                onBehalf = true;
            else if (word.IsCapital)
                another = true;
        }

        return KindEvidence.Of(Mentioned);
    }

    /// <summary>
    /// Determines whether the speaker's name only describes another person: "the adviser to the head of the office of President Zelensky
    /// said".
    /// </summary>
    private static bool BelongsToAnother(IReadOnlyList<AnnotatedWord> words, int speaker)
    {
        var before = speaker - 1;
        while (
            before > 0
            && words[before + 1].BreakBefore <= WordBreak.Hyphen
            && (words[before].IsCapital || English.Roles.Contains(words[before]) || words[before].Folded is "the" or "former")
            && !English.VerbsOfSaying.Contains(words[before])
        )
            before--;
        if (before < 1 || words[before].Folded is not ("of" or "to" or "for"))
            return false;
        for (var i = before - 1; i >= 0 && i >= before - OwnerWithin && words[i + 1].BreakBefore <= WordBreak.Hyphen; i--)
        {
            if (English.Roles.Contains(words[i]))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Determines whether the speaker is given as the source: "according to the Kremlin", "no comment from Ukrainian authorities".
    /// </summary>
    private static bool IsSource(IReadOnlyList<AnnotatedWord> words, int speaker)
    {
        var before = speaker - 1;
        while (
            before > 0
            && (
                English.Articles.Contains(words[before])
                || English.CourtesyTitles.Contains(words[before])
                || words[before].Folded is "president" or "minister"
            )
        )
            before--;
        return (words[before].Folded == "to" && before > 0 && words[before - 1].Folded == "according")
            || (
                words[before].Folded is "from" or "by"
                && before > 0
                && (
                    English.VerbsOfSaying.Contains(words[before - 1])
                    || words[before - 1].Stem is "comment" or "statement" or "respons" or "reaction"
                )
            );
    }

    /// <summary>
    /// Determines whether a verb of saying is used as a noun: "the claim", or "the Kremlin claims." at the end of a clause.
    /// </summary>
    private static bool IsNoun(IReadOnlyList<AnnotatedWord> words, int i)
    {
        if (!English.SpeechNouns.Contains(words[i]))
            return false;
        if (English.Determiners.Contains(words[i - 1]))
            return true;
        return !words[i].Folded.EndsWith("ed", StringComparison.Ordinal)
            && (i + 1 == words.Count || words[i + 1].BreakBefore >= WordBreak.Comma)
            && !words.Take(i).Any(word => English.Negations.Contains(word) || word.Folded == "did");
    }
}
