using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>
/// Measures whether the question's words are arranged in the sentence as in the question, and whether anything contradicts that.
/// </summary>
internal static class AlignmentFeatures
{
    private const double Matched = 0.6;
    private const int NeighbourWords = 4;

    public static void Write(FeatureWriter features, AlignedCandidate aligned)
    {
        features.Add("pairs", PairsOf(aligned));
        features.Add("density", DensityOf(aligned));
        features.Add("order", OrderOf(aligned));
        features.Add("bigrams", BigramsOf(aligned));
        features.Add("commonRun", CommonRunOf(aligned));
        features.Add("otherModifier", OtherModifiers(aligned));
        features.Add("antonym", HoldsAntonym(aligned));
        features.Add(
            "negationDiffers",
            aligned.Words.Any(English.Negations.Contains) != aligned.Question.Text.Words.Any(English.Negations.Contains)
        );
    }

    /// <summary>
    /// Returns the share of the question's adjacent words that are also close to each other in the candidate ("mayor of Kyiv").
    /// </summary>
    private static double PairsOf(AlignedCandidate aligned)
    {
        int pairs = 0,
            kept = 0;
        for (var i = 1; i < aligned.Matches.Count; i++)
        {
            if (aligned.Question.Terms[i].Group == aligned.Question.Terms[i - 1].Group)
                continue;
            pairs++;
            var (one, other) = (aligned.Matches[i - 1], aligned.Matches[i]);
            if (one.Position >= 0 && other.Position >= 0 && Math.Abs(one.Position - other.Position) <= NeighbourWords)
                kept++;
        }

        return pairs == 0 ? 1 : (double)kept / pairs;
    }

    private static double DensityOf(AlignedCandidate aligned)
    {
        int first = int.MaxValue,
            last = -1,
            count = 0;
        foreach (var match in aligned.Matches)
        {
            if (match.Position < 0)
                continue;
            (first, last, count) = (Math.Min(first, match.Position), Math.Max(last, match.Position), count + 1);
        }

        return count == 0 ? 0 : Math.Min(1, count / (double)(last - first + 1) * 2);
    }

    /// <summary>Returns the share of the pairs of matched words that keep the question's order; 0.5 if there are no pairs.</summary>
    private static double OrderOf(AlignedCandidate aligned)
    {
        int pairs = 0,
            kept = 0;
        for (var i = 0; i < aligned.Matches.Count; i++)
        {
            for (var j = i + 1; j < aligned.Matches.Count; j++)
            {
                var (one, other) = (aligned.Matches[i].Position, aligned.Matches[j].Position);
                if (one < 0 || other < 0 || one == other)
                    continue;
                pairs++;
                if (one < other)
                    kept++;
            }
        }

        return pairs == 0 ? 0.5 : (double)kept / pairs;
    }

    /// <summary>
    /// Returns the share of the question's word pairs that the sentence repeats; function words count, the question's first word does not.
    /// </summary>
    private static double BigramsOf(AlignedCandidate aligned)
    {
        var question = aligned.Question.Text.Words;
        if (question.Count < 3)
            return 0;
        var kept = 0;
        for (var i = 1; i + 1 < question.Count; i++)
        {
            for (var at = 0; at + 1 < aligned.Words.Count; at++)
            {
                if (aligned.Words[at].Stem != question[i].Stem || aligned.Words[at + 1].Stem != question[i + 1].Stem)
                    continue;
                kept++;
                break;
            }
        }

        return (double)kept / (question.Count - 2);
    }

    /// <summary>Returns the length of the longest common subsequence of the question's content words, as a share of them.</summary>
    private static double CommonRunOf(AlignedCandidate aligned)
    {
        var matches = aligned.Matches;
        if (matches.Count == 0)
            return 0;
        Span<int> best = stackalloc int[Math.Min(matches.Count, 64)];
        var longest = 0;
        for (var i = 0; i < best.Length; i++)
        {
            if (matches[i].Position < 0)
                continue;
            best[i] = 1;
            for (var j = 0; j < i; j++)
            {
                if (matches[j].Position >= 0 && matches[j].Position < matches[i].Position)
                    best[i] = Math.Max(best[i], best[j] + 1);
            }

            longest = Math.Max(longest, best[i]);
        }

        return (double)longest / matches.Count;
    }

    /// <summary>
    /// Counts nouns with another modifier in the sentence than in the question ("the northern border", "the southern border"), where the
    /// sentence lacks the question's modifier.
    /// </summary>
    private static double OtherModifiers(AlignedCandidate aligned)
    {
        var count = 0;
        var terms = aligned.Question.Terms;
        for (var i = 1; i < terms.Count; i++)
        {
            var isModifier =
                terms[i].Word.BreakBefore <= WordBreak.Hyphen
                && terms[i].Word.Start - terms[i - 1].Word.End <= 1
                && aligned.Matches[i - 1].Strength < Matched;
            if (!isModifier || aligned.Matches[i] is not { Strength: >= Matched, Position: > 0 } noun)
                continue;
            var before = aligned.Words[noun.Position - 1];
            if (!before.IsStop && aligned.Words[noun.Position].BreakBefore <= WordBreak.Hyphen && !aligned.IsAsked(noun.Position - 1))
                count++;
        }

        return count;
    }

    private static bool HoldsAntonym(AlignedCandidate aligned)
    {
        foreach (var term in aligned.Question.Terms)
        {
            if (aligned.MatchOf(term).Strength >= Matched || English.Opposites.Of(term.Word.Stem) is not { } opposites)
                continue;
            if (aligned.Words.Any(word => opposites.Contains(word.Stem)))
                return true;
        }

        return false;
    }
}
