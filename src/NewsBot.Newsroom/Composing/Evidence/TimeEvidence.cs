using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds evidence for "when": a date, a time of day, or a word such as "overnight".</summary>
internal static class TimeEvidence
{
    private const double Exact = 1;
    private const double Relative = 0.7;
    private const double WrongGrain = 0.1;

    public static KindEvidence Find(AlignedCandidate aligned)
    {
        var best = KindEvidence.None;
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (!aligned.IsAsked(i))
                best = best.Or(At(aligned, i));
        }

        return best;
    }

    private static KindEvidence At(AlignedCandidate aligned, int i)
    {
        var words = aligned.Words;
        var grain = aligned.Question.Grain;
        var word = words[i];
        if (TimeWords.IsClock(words, i))
            return KindEvidence.Of(grain is TimeGrain.Any or TimeGrain.Clock ? Exact : WrongGrain, i);
        if (TimeWords.IsYear(word))
            return KindEvidence.Of(grain is TimeGrain.Any or TimeGrain.Year ? Exact : WrongGrain, i);
        if (TimeWords.IsMonth(word))
            return KindEvidence.Of(grain is TimeGrain.Clock ? WrongGrain : Exact, [.. WithDay(words, i)]);
        if (TimeWords.IsWeekday(word))
            return KindEvidence.Of(grain is TimeGrain.Any or TimeGrain.Day ? Exact : WrongGrain, i);
        if (grain is not TimeGrain.Any)
            return KindEvidence.None;
        if (TimeWords.IsRelative(word))
            return KindEvidence.Of(Relative, i);
        var counted = TimeWords.IsUnit(word) && i > 0 && (words[i - 1].Number is not null || English.TimeModifiers.Contains(words[i - 1]));
        return counted ? KindEvidence.Of(Relative, i - 1, i) : KindEvidence.None;
    }

    private static IEnumerable<int> WithDay(IReadOnlyList<AnnotatedWord> words, int month)
    {
        if (month > 0 && words[month - 1].Number is not null)
            yield return month - 1;
        yield return month;
        if (month + 1 < words.Count && words[month + 1].Number is not null)
            yield return month + 1;
    }
}
