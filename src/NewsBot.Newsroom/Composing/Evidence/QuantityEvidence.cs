using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds evidence for "how many", "how much" and "how long": a number in the right unit.</summary>
internal static class QuantityEvidence
{
    private const int CountedWithin = 4;
    private const double OtherNumber = 0.1;

    public static KindEvidence Find(AlignedCandidate aligned) =>
        aligned.Question.Unit switch
        {
            QuantityUnit.Count => Counted(aligned),
            QuantityUnit.Money => Any(aligned, (words, i) => FollowedBy(words, i, word => IsUnitOf(word, "money"))),
            QuantityUnit.Duration => Any(aligned, (words, i) => FollowedBy(words, i, TimeWords.IsUnit)),
            QuantityUnit.Age => Any(aligned, (words, i) => IsAge(words, i) && IsOfTheAsked(aligned, i)),
            QuantityUnit.Distance => Any(aligned, (words, i) => FollowedBy(words, i, word => IsUnitOf(word, "length"))),
            QuantityUnit.Measure => Any(aligned, (words, i) => FollowedBy(words, i, IsMeasure) || HasAfter(aligned, words[i], '°')),
            QuantityUnit.Share => Any(
                aligned,
                (words, i) =>
                    FollowedBy(words, i, word => IsUnitOf(word, "share") || word.Folded == "cent") || HasAfter(aligned, words[i], '%')
            ),
            QuantityUnit.Frequency => AnyWord(aligned, English.FrequencyWords.Contains),
            _ => Any(aligned, (_, _) => true),
        };

    /// <summary>Finds a number just before what is counted: "two drones", "27 million citizens", "no victims".</summary>
    private static KindEvidence Counted(AlignedCandidate aligned)
    {
        var words = aligned.Words;
        var best = KindEvidence.None;
        for (var i = 0; i < words.Count; i++)
        {
            var strength =
                words[i].Number is not null && !TimeWords.IsYear(words[i]) ? 1.0
                : words[i].Folded is "no" or "none" ? 0.8
                : words[i].Folded is "several" or "many" or "numerous" ? 0.5
                : 0;
            if (strength == 0 || IsPartOfDate(words, i) || IsOneOf(words, i))
                continue;
            var counts = FocusFollows(aligned, i);
            best = best.Or(
                KindEvidence.Of(
                    counts ? strength
                        : words[i].Number is null ? 0
                        : OtherNumber,
                    i
                )
            );
        }

        return best;
    }

    private static bool FocusFollows(AlignedCandidate aligned, int number)
    {
        var focus = aligned.Question.Terms.Where(term => term.IsFocus).ToArray();
        var isNo = aligned.Words[number].Folded is "no" or "none";
        for (var i = number + 1; i < aligned.Words.Count && i <= number + CountedWithin; i++)
        {
            if (aligned.Words[i].BreakBefore > WordBreak.Comma)
                return false;
            var counted =
                focus.Length == 0 || (isNo && focus.All(term => English.CountedPeople.Contains(term.Word)))
                    ? aligned.IsAsked(i)
                    : focus.Any(term => aligned.MatchAt(term, i).Strength > 0);
            if (counted)
                return true;
        }

        return false;
    }

    private static bool IsUnitOf(AnnotatedWord word, string measures) => Units.Of(word.Folded)?.Measures == measures;

    private static bool IsMeasure(AnnotatedWord word) => Units.Of(word.Folded) is { Measures: not ("time" or "clock" or "money") };

    /// <summary>Determines whether the number is part of "one of": "one of the drones" does not say how many there were.</summary>
    private static bool IsOneOf(IReadOnlyList<AnnotatedWord> words, int i) =>
        words[i].Folded == "one" && i + 1 < words.Count && words[i + 1].Folded == "of";

    private static bool IsPartOfDate(IReadOnlyList<AnnotatedWord> words, int i) =>
        (i > 0 && TimeWords.IsMonth(words[i - 1]))
        || (i + 1 < words.Count && TimeWords.IsMonth(words[i + 1]))
        || TimeWords.IsClock(words, i);

    private static bool IsAge(IReadOnlyList<AnnotatedWord> words, int i) =>
        (i > 0 && words[i - 1].Folded is "aged" or "age" or "turned")
        || (i > 1 && words[i - 2].Folded is "age" && words[i - 1].Folded is "of")
        || (
            i > 0
            && words[i - 1].Folded == "at"
            && words[i].Number is > 0 and < 120
            && i + 2 < words.Count
            && words[i + 1].BreakBefore == WordBreak.Comma
            && words[i + 1].Folded is "he" or "she"
        )
        || (i + 2 < words.Count && words[i + 1].Folded is "year" or "years" && words[i + 2].Folded is "old")
        || (
            words[i].Number is > 0 and < 120
            && words[i].BreakBefore == WordBreak.Comma
            && (i + 1 == words.Count || words[i + 1].BreakBefore == WordBreak.Comma)
            && i > 0
            && words[i - 1].IsCapital
        );

    /// <summary>
    /// Determines whether an age belongs to the person asked about. It belongs to the last name before it: "Federer retires at 41, as Nadal
    /// …" does not say how old Nadal is.
    /// </summary>
    private static bool IsOfTheAsked(AlignedCandidate aligned, int age)
    {
        if (aligned.Question.Names.Count == 0)
            return true;
        var before = aligned.Names.LastOrDefault(name => name.End <= age);
        return before.Length == 0 || Enumerable.Range(before.Start, before.Length).Any(aligned.IsAsked);
    }

    private static bool FollowedBy(IReadOnlyList<AnnotatedWord> words, int i, Func<AnnotatedWord, bool> unit)
    {
        for (var next = i + 1; next < words.Count && next <= i + 2; next++)
        {
            if (unit(words[next]))
                return true;
        }

        return false;
    }

    private static bool HasAfter(AlignedCandidate aligned, AnnotatedWord word, char symbol) =>
        word.End < aligned.Candidate.Words.Text.Length && aligned.Candidate.Words.Text[word.End] == symbol;

    private static KindEvidence Any(AlignedCandidate aligned, Func<IReadOnlyList<AnnotatedWord>, int, bool> fits)
    {
        var best = KindEvidence.None;
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            var word = aligned.Words[i];
            if (word.Number is null || aligned.IsAsked(i))
                continue;
            var isCurrency = word.Start > 0 && aligned.Candidate.Words.Text[word.Start - 1] is '$' or '£' or '€' or '¥';
            var strength =
                aligned.Question.Unit == QuantityUnit.Money && isCurrency ? 1
                : fits(aligned.Words, i)
                    ? aligned.Question.Unit == QuantityUnit.Number ? 0.7
                        : 1
                : 0;
            if (strength > 0)
                best = best.Or(KindEvidence.Of(strength, i));
        }

        return best;
    }

    private static KindEvidence AnyWord(AlignedCandidate aligned, Func<AnnotatedWord, bool> fits)
    {
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (fits(aligned.Words[i]))
                return KindEvidence.Of(1, i);
        }

        return KindEvidence.None;
    }
}
