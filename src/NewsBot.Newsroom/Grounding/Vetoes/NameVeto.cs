using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Rejects a name that is not in the quotes, not even as a known variant, or whose parts do not belong together there.</summary>
internal static class NameVeto
{
    /// <summary>Leaves room for a second given name or a patronymic.</summary>
    private const int MaxApart = 3;

    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var words = alignment.Claim.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsNamePart(alignment, i))
                continue;
            if (!IsKnown(alignment, i))
                reasons.Add(new(GroundingFault.Name, words[i].Folded));
            else if (
                i > 0
                && IsNamePart(alignment, i - 1)
                && words[i].BreakBefore <= WordBreak.Hyphen
                && !words[i - 1].IsPossessive
                && !StandTogether(alignment, i - 1, i)
            )
                reasons.Add(new(GroundingFault.Name, $"{words[i - 1].Folded} {words[i].Folded}"));
        }
    }

    private static bool IsNamePart(Alignment alignment, int i)
    {
        var words = alignment.Claim.Words;
        var word = words[i];
        if (
            !word.IsCapital
            || word.IsStop
            || word.Number is not null
            || English.CourtesyTitles.Contains(word)
            || TimeWords.IsCalendar(word)
        )
            return false;
        if (i > 0 && word.BreakBefore < WordBreak.Quote)
            return true;
        // The first word of a sentence is a name when a name continues after it, or when it acts and is not in the quotes.
        if (i + 1 >= words.Count)
            return false;
        var next = words[i + 1];
        var goesOn = next.IsCapital && !next.IsStop && next.BreakBefore <= WordBreak.Hyphen && next.Number is null;
        var acts =
            word.IsPossessive
            || English.AuxiliaryForms.Of(next.Folded) is "be" or "have" or "will"
            || English.FiniteVerbsOfSaying.Contains(next)
            || (next.Folded.EndsWith("ed", StringComparison.Ordinal) && !word.Folded.EndsWith('s'));
        return goesOn || (acts && !English.Roles.Contains(word));
    }

    private static bool IsKnown(Alignment alignment, int i)
    {
        var cover = alignment.CoverOf(i);
        if (cover >= WordCover.Covered)
            return true;
        if (IsAcronym(alignment, i))
            return true;
        // "Moscow" may mean Russia's government, but not Russia as the place of an event.
        var isPlace =
            i > 0
            && (
                English.PrepositionsOfPlace.Contains(alignment.Claim.Words[i - 1]) || alignment.Claim.Words[i - 1].Folded is "of" or "over"
            );
        return cover >= RelatedWords.StandsFor && !isPlace;
    }

    /// <summary>Determines whether the word is an acronym of words in the evidence: "UN" for "United Nations".</summary>
    private static bool IsAcronym(Alignment alignment, int i)
    {
        var claimed = alignment.Claim.Words[i];
        var found = alignment.Evidence.Words;
        if (
            claimed.Folded.Length is >= 2 and <= 5
            && claimed.Folded.All(char.IsAsciiLetter)
            && alignment.Claim.Text.AsSpan(claimed.Start, claimed.End - claimed.Start).IndexOfAnyInRange('a', 'z') < 0
        )
        {
            var letters = claimed.Folded;
            for (var start = 0; start < found.Length; start++)
            {
                int word = start,
                    letter = 0;
                while (word < found.Length && letter < letters.Length && word - start < letters.Length + 2)
                {
                    if (found[word].Folded[0] == letters[letter] && found[word].IsCapital)
                        letter++;
                    else if (!found[word].IsStop || letter == 0)
                        break;
                    word++;
                }

                if (letter == letters.Length)
                    return true;
            }
        }

        return false;
    }

    private static bool StandTogether(Alignment alignment, int first, int second)
    {
        var found = alignment.Evidence.Words;
        for (var a = 0; a < found.Length; a++)
        {
            if (alignment.Strength(first, a) < RelatedWords.StandsFor)
                continue;
            for (var b = Math.Max(0, a - MaxApart); b < Math.Min(found.Length, a + MaxApart + 1); b++)
            {
                if (b != a && alignment.Strength(second, b) >= RelatedWords.StandsFor)
                    return true;
            }
        }

        // A role or a place before a name ("Russian President Vladimir Putin") may be elsewhere in the quotes.
        return English.Roles.Contains(alignment.Claim.Words[first])
            || English.Roles.Contains(alignment.Claim.Words[second])
            || IsPlace(alignment.Claim.Words[first]);
    }

    private static bool IsPlace(AnnotatedWord word) =>
        Lexicon.RelatedTo(word.Stem).Single.Values.Any(match => match is RelatedWords.SamePlace or RelatedWords.StandsFor);
}
