using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Features;

/// <summary>Whether the question's words stand to each other in the sentence as they do in the question, and nothing says the contrary.</summary>
internal static class AlignmentFeatures
{
    private const double Matched = 0.6;
    private const int NeighbourWords = 4;

    public static void Write(FeatureWriter features, Reading reading)
    {
        features.Add("pairs", PairsOf(reading));
        features.Add("density", DensityOf(reading));
        features.Add("order", OrderOf(reading));
        features.Add("bigrams", BigramsOf(reading));
        features.Add("commonRun", CommonRunOf(reading));
        features.Add("otherModifier", OtherModifiers(reading));
        features.Add("antonym", HoldsAntonym(reading));
        features.Add("negationDiffers", IsNegated(reading.Words) != IsNegated(reading.Question.Text.Words));
    }

    /// <summary>Share of the question's neighbouring words that also stand near each other in the candidate ("mayor of Kyiv").</summary>
    private static double PairsOf(Reading reading)
    {
        int pairs = 0, kept = 0;
        for (var i = 1; i < reading.Matches.Count; i++)
        {
            if (reading.Question.Terms[i].Group == reading.Question.Terms[i - 1].Group) continue;
            pairs++;
            var (one, other) = (reading.Matches[i - 1], reading.Matches[i]);
            if (one.Position >= 0 && other.Position >= 0 && Math.Abs(one.Position - other.Position) <= NeighbourWords) kept++;
        }

        return pairs == 0 ? 1 : (double)kept / pairs;
    }

    private static double DensityOf(Reading reading)
    {
        int first = int.MaxValue, last = -1, count = 0;
        foreach (var match in reading.Matches)
        {
            if (match.Position < 0) continue;
            (first, last, count) = (Math.Min(first, match.Position), Math.Max(last, match.Position), count + 1);
        }

        return count == 0 ? 0 : Math.Min(1, count / (double)(last - first + 1) * 2);
    }

    /// <summary>Share of the pairs of matched words that keep the question's order; 0.5 when there is no pair.</summary>
    private static double OrderOf(Reading reading)
    {
        int pairs = 0, kept = 0;
        for (var i = 0; i < reading.Matches.Count; i++)
        {
            for (var j = i + 1; j < reading.Matches.Count; j++)
            {
                var (one, other) = (reading.Matches[i].Position, reading.Matches[j].Position);
                if (one < 0 || other < 0 || one == other) continue;
                pairs++;
                if (one < other) kept++;
            }
        }

        return pairs == 0 ? 0.5 : (double)kept / pairs;
    }

    /// <summary>Share of the question's word pairs, function words included, that the sentence repeats.</summary>
    private static double BigramsOf(Reading reading)
    {
        var question = reading.Question.Text.Words;
        if (question.Count < 3) return 0;
        var kept = 0;
        for (var i = 1; i + 1 < question.Count; i++)
        {
            for (var at = 0; at + 1 < reading.Words.Count; at++)
            {
                if (reading.Words[at].Stem != question[i].Stem || reading.Words[at + 1].Stem != question[i + 1].Stem) continue;
                kept++;
                break;
            }
        }

        return (double)kept / (question.Count - 2);
    }

    /// <summary>Length of the longest common subsequence of the question's content words, as a share of them.</summary>
    private static double CommonRunOf(Reading reading)
    {
        var matches = reading.Matches;
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
    private static double OtherModifiers(Reading reading)
    {
        var count = 0;
        var terms = reading.Question.Terms;
        for (var i = 1; i < terms.Count; i++)
        {
            var isModifier = terms[i].Word.BreakBefore <= WordBreak.Hyphen && terms[i].Word.Start - terms[i - 1].Word.End <= 1 && reading.Matches[i - 1].Strength < Matched;
            if (!isModifier || reading.Matches[i] is not { Strength: >= Matched, Position: > 0 } noun) continue;
            var before = reading.Words[noun.Position - 1];
            if (!before.IsStop && reading.Words[noun.Position].BreakBefore <= WordBreak.Hyphen && !reading.IsAsked(noun.Position - 1)) count++;
        }

        return count;
    }

    private static bool HoldsAntonym(Reading reading)
    {
        foreach (var term in reading.Question.Terms)
        {
            if (reading.MatchOf(term).Strength >= Matched || Antonyms.Of(term.Word.Stem) is not { } opposites) continue;
            if (reading.Words.Any(word => opposites.Contains(word.Stem))) return true;
        }

        return false;
    }

    private static bool IsNegated(IReadOnlyList<AnnotatedWord> words) =>
        words.Any(word => word.Folded is "not" or "no" or "never" or "none" or "nobody" or "nothing" or "without" || word.Folded.EndsWith("n't", StringComparison.Ordinal) || word.Folded.EndsWith("n’t", StringComparison.Ordinal));
}
