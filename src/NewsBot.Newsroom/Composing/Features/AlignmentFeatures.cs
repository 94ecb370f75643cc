using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Whether the question's words stand to each other in the sentence as they do in the question, and nothing says the contrary.</summary>
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
        features.Add("negationDiffers", aligned.Words.Any(English.Negations.Contains) != aligned.Question.Text.Words.Any(English.Negations.Contains));
    }

    /// <summary>Share of the question's neighbouring words that also stand near each other in the candidate ("mayor of Kyiv").</summary>
    private static double PairsOf(AlignedCandidate aligned)
    {
        int pairs = 0, kept = 0;
        for (var i = 1; i < aligned.Matches.Count; i++)
        {
            if (aligned.Question.Terms[i].Group == aligned.Question.Terms[i - 1].Group) continue;
            pairs++;
            var (one, other) = (aligned.Matches[i - 1], aligned.Matches[i]);
            if (one.Position >= 0 && other.Position >= 0 && Math.Abs(one.Position - other.Position) <= NeighbourWords) kept++;
        }

        return pairs == 0 ? 1 : (double)kept / pairs;
    }

    private static double DensityOf(AlignedCandidate aligned)
    {
        int first = int.MaxValue, last = -1, count = 0;
        foreach (var match in aligned.Matches)
        {
            if (match.Position < 0) continue;
            (first, last, count) = (Math.Min(first, match.Position), Math.Max(last, match.Position), count + 1);
        }

        return count == 0 ? 0 : Math.Min(1, count / (double)(last - first + 1) * 2);
    }

    /// <summary>Share of the pairs of matched words that keep the question's order; 0.5 when there is no pair.</summary>
    private static double OrderOf(AlignedCandidate aligned)
    {
        int pairs = 0, kept = 0;
        for (var i = 0; i < aligned.Matches.Count; i++)
        {
            for (var j = i + 1; j < aligned.Matches.Count; j++)
            {
                var (one, other) = (aligned.Matches[i].Position, aligned.Matches[j].Position);
                if (one < 0 || other < 0 || one == other) continue;
                pairs++;
                if (one < other) kept++;
            }
        }

        return pairs == 0 ? 0.5 : (double)kept / pairs;
    }

    /// <summary>Share of the question's word pairs, function words included, that the sentence repeats.</summary>
    private static double BigramsOf(AlignedCandidate aligned)
    {
        var question = aligned.Question.Text.Words;
        if (question.Count < 3) return 0;
        var kept = 0;
        for (var i = 1; i + 1 < question.Count; i++)
        {
            for (var at = 0; at + 1 < aligned.Words.Count; at++)
            {
                if (aligned.Words[at].Stem != question[i].Stem || aligned.Words[at + 1].Stem != question[i + 1].Stem) continue;
                kept++;
                break;
            }
        }

        return (double)kept / (question.Count - 2);
    }

    /// <summary>Length of the longest common subsequence of the question's content words, as a share of them.</summary>
    private static double CommonRunOf(AlignedCandidate aligned)
    {
        var matches = aligned.Matches;
        if (matches.Count == 0) return 0;
        Span<int> best = stackalloc int[Math.Min(matches.Count, 64)];
        var longest = 0;
        for (var i = 0; i < best.Length; i++)
        {
            if (matches[i].Position < 0) continue;
            best[i] = 1;
            for (var j = 0; j < i; j++)
            {
                if (matches[j].Position >= 0 && matches[j].Position < matches[i].Position) best[i] = Math.Max(best[i], best[j] + 1);
            }

            longest = Math.Max(longest, best[i]);
        }

        return (double)longest / matches.Count;
    }

    /// <summary>"The northern border" in the question, "the southern border" in the sentence: the noun with another word before it, and the question's word nowhere.</summary>
    private static double OtherModifiers(AlignedCandidate aligned)
    {
        var count = 0;
        var terms = aligned.Question.Terms;
        for (var i = 1; i < terms.Count; i++)
        {
            var isModifier = terms[i].Word.BreakBefore <= WordBreak.Hyphen && terms[i].Word.Start - terms[i - 1].Word.End <= 1 && aligned.Matches[i - 1].Strength < Matched;
            if (!isModifier || aligned.Matches[i] is not { Strength: >= Matched, Position: > 0 } noun) continue;
            var before = aligned.Words[noun.Position - 1];
            if (!before.IsStop && aligned.Words[noun.Position].BreakBefore <= WordBreak.Hyphen && !aligned.IsAsked(noun.Position - 1)) count++;
        }

        return count;
    }

    private static bool HoldsAntonym(AlignedCandidate aligned)
    {
        foreach (var term in aligned.Question.Terms)
        {
            if (aligned.MatchOf(term).Strength >= Matched || English.Opposites.Of(term.Word.Stem) is not { } opposites) continue;
            if (aligned.Words.Any(word => opposites.Contains(word.Stem))) return true;
        }

        return false;
    }
}
