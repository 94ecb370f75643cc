using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds evidence for "why" and "how": words that announce a reason or a means.</summary>
internal static class CueEvidence
{
    private const double Strong = 1;
    private const double Weak = 0.5;
    private const double Faint = 0.3;
    private const double Agent = 0.2;
    private const int CauseWithin = 5;

    public static KindEvidence FindReason(AlignedCandidate aligned) =>
        Best(
            aligned,
            (words, i) =>
                IsOfTheAsked(aligned, i)
                    ? 0
                    : English.Reasons.Of(words[i].Folded) switch
                    {
                        "outright" => Strong,
                        "before \"to\"" when Next(words, i) == "to" => Strong,
                        "after \"in\"" when i > 0 && words[i - 1].Folded == "in" => Strong,
                        "weak" => Weak,
                        "faint" => Faint,
                        _ => 0,
                    }
        );

    public static KindEvidence FindManner(AlignedCandidate aligned) =>
        Best(
            aligned,
            (words, i) =>
                words[i].Folded switch
                {
                    "using" or "via" => Strong,
                    "means" or "use" when i > 0 && words[i - 1].Folded is "by" or "the" or "with" => Strong,
                    "by" when Next(words, i) is { } next && next.EndsWith("ing", StringComparison.Ordinal) => Strong,
                    "with" or "through" => Weak,

                    // "disabled by Russian defences" says who, not how.
                    "by" => Agent,
                    _ => 0,
                }
        );

    /// <summary>
    /// Determines whether the cue refers to what was asked about: "hurt as a result of the attack" gives an effect of the attack, not its
    /// reason.
    /// </summary>
    private static bool IsOfTheAsked(AlignedCandidate aligned, int cue)
    {
        if (Next(aligned.Words, cue) is not ("of" or "for" or "to"))
            return false;
        for (var i = cue + 2; i < aligned.Words.Count && i <= cue + CauseWithin && aligned.Words[i].BreakBefore <= WordBreak.Hyphen; i++)
        {
            if (aligned.IsAsked(i))
                return true;
        }

        return false;
    }

    private static KindEvidence Best(AlignedCandidate aligned, Func<IReadOnlyList<AnnotatedWord>, int, double> strength)
    {
        var best = KindEvidence.None;
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (!aligned.IsAsked(i))
                best = best.Or(KindEvidence.Of(strength(aligned.Words, i), i));
        }

        return best;
    }

    private static string? Next(IReadOnlyList<AnnotatedWord> words, int i) => i + 1 < words.Count ? words[i + 1].Folded : null;
}
