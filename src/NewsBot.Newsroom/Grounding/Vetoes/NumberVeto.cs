using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Rejects a number that is not in the quotes with the same unit, or that counts something else there.</summary>
internal static class NumberVeto
{
    /// <summary>The most words between a number and what it counts.</summary>
    private const int Near = 6;

    /// <summary>Up to this number, writers count things that are named one by one.</summary>
    private const int MostCounted = 3;

    /// <summary>The same where the thing comes before its number ("aged 54").</summary>
    private const int NearBefore = 3;

    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var claimed = Quantity.ReadAll(alignment.Claim);
        if (claimed.Count == 0)
            return;
        var found = alignment
            .Evidence.Sentences.Select(sentence => (Sentence: sentence, Quantities: Quantity.ReadAll(sentence.Text)))
            .ToArray();
        foreach (var quantity in claimed)
        {
            var places = found
                .SelectMany(one =>
                    one.Quantities.Where(other => IsSame(quantity, other))
                        .Select(other => (one.Sentence, Quantity: other, Others: one.Quantities))
                )
                .ToArray();
            var isThere = places.Length > 0 || (quantity.Value == 1 && quantity.Unit is null && HasSingular(alignment, quantity));
            if (
                !isThere
                || (places.Length > 0 && !CountsTheSame(alignment, quantity, places))
                || Clauses.ArePartedBefore(alignment, quantity.Start)
            )
                reasons.Add(new(GroundingFault.Number, alignment.Claim.Words[quantity.Start].Folded));
        }
    }

    /// <summary>
    /// Adds the numbers that the quotes lack. "Two broadcasters" may sum up names in the quotes, unless the quotes
    /// mention broadcasters themselves.
    /// </summary>
    public static void FindMissing(Alignment alignment, List<GroundingReason> reasons)
    {
        var found = alignment.Evidence.Sentences.SelectMany(sentence => Quantity.ReadAll(sentence.Text)).ToArray();
        foreach (var quantity in Quantity.ReadAll(alignment.Claim))
        {
            var word = alignment.Claim.Words[quantity.Start].Folded;
            if (Array.Exists(found, other => IsSame(quantity, other)))
                continue;
            var counted = CountedBy(alignment, quantity);
            var isCounted =
                quantity.Value <= MostCounted
                && !char.IsAsciiDigit(word[0])
                && (counted < 0 || alignment.CoverOf(counted) < WordCover.Covered);
            if (!isCounted)
                reasons.Add(new(GroundingFault.Number, word));
        }
    }

    private static bool IsSame(Quantity claimed, Quantity found) =>
        Math.Abs(claimed.Value - found.Value) <= 1e-9 * Math.Abs(claimed.Value)
        && (
            claimed.Unit == found.Unit
            || (claimed.Unit is null && found.Unit is not ("%" or "$" or "£" or "€"))
            || (found.Unit is null && claimed.Unit is "year" or "am" or "pm")
        );

    // "One person" for "a person".
    private static bool HasSingular(Alignment alignment, Quantity quantity) =>
        quantity.End < alignment.Claim.Words.Count
        && alignment
            .Evidence.Words.Index()
            .Any(word =>
                word.Item.Folded is "a" or "an" or "single"
                && alignment.Evidence.Words.Length > word.Index + 1
                && Enumerable
                    .Range(word.Index + 1, Math.Min(2, alignment.Evidence.Words.Length - word.Index - 1))
                    .Any(place => alignment.Strength(quantity.End, place) >= WordCover.Covered)
            );

    /// <summary>
    /// Determines whether the thing counted, if the quotes mention it, is near this number there, with no other number between them.
    /// </summary>
    private static bool CountsTheSame(
        Alignment alignment,
        Quantity claimed,
        (EvidenceSentence Sentence, Quantity Quantity, IReadOnlyList<Quantity> Others)[] places
    )
    {
        var counted = CountedBy(alignment, claimed);
        if (counted < 0 || alignment.CoverOf(counted) < WordCover.Covered)
            return true;
        var knowsIt = false;
        foreach (var (sentence, quantity, others) in places)
        {
            for (var place = sentence.Start; place < sentence.End; place++)
            {
                if (alignment.Strength(counted, place) < WordCover.Covered)
                    continue;
                knowsIt = true;
                int at = place - sentence.Start,
                    from = Math.Min(at, quantity.Start),
                    to = Math.Max(at, quantity.End - 1);
                var isParted = others.Any(other => other.Start != quantity.Start && other.Start > from && other.Start < to);
                var isNear =
                    at > quantity.Start
                        ? to - from <= Near + (quantity.End - quantity.Start)
                        : to - from <= NearBefore && !IsBroken(sentence, from, to);
                if (isNear && !isParted)
                    return true;
            }
        }

        return !knowsIt;
    }

    private static bool IsBroken(EvidenceSentence sentence, int from, int to) =>
        Enumerable.Range(from + 1, to - from).Any(i => sentence.Text.Words[i].BreakBefore >= WordBreak.Comma);

    private static int CountedBy(Alignment alignment, Quantity claimed)
    {
        var words = alignment.Claim.Words;
        for (var i = claimed.End; i < Math.Min(words.Count, claimed.End + 3); i++)
        {
            if (words[i].BreakBefore > WordBreak.Hyphen || words[i].Number is not null)
                return -1;
            if (Alignment.IsContent(words[i]))
                return i;
        }

        return -1;
    }
}
