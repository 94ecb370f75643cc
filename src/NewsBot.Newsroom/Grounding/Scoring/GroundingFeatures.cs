using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Scoring;

/// <summary>Computes the features of the score, each from about 0 to 1, in the order of the weights file.</summary>
internal static class GroundingFeatures
{
    public static readonly string[] Names =
    [
        "bias",
        "coverage",
        "coverageInMain",
        "orderInMain",
        "coverageInTwo",
        "copiedDensity",
        "copiedLongest",
        "runs",
        "pairsNear",
        "uncoveredWords",
        "uncoveredSubject",
        "uncoveredEnd",
        "spliceDistance",
        "outOfOrder",
        "looseness",
        "fullyInMain",
        "startsWithPronoun",
        "fullyCopied",
        "skippedInMain",
    ];

    public static double[] Of(Alignment alignment)
    {
        var words = alignment.Claim.Words;
        var content = Enumerable.Range(0, words.Count).Where(i => Alignment.IsContent(words[i])).ToArray();
        if (content.Length == 0)
            content = [.. Enumerable.Range(0, words.Count)];
        var uncovered = content.Where(i => alignment.CoverOf(i) < WordCover.Covered).ToArray();
        var inMain = content.Select(i => alignment.CoverIn(i, alignment.Main)).ToArray();
        var coverageInMain = inMain.Average(Cut);
        var orderedInMain = content.Count(i => alignment.Pairs[i] >= 0) / (double)content.Length;
        var copied = alignment.Runs.Where(run => run.Place >= 0).ToArray();
        var paired = alignment.Pairs.Count(place => place >= 0);
        return
        [
            1,
            content.Average(i => Cut(alignment.CoverOf(i))),
            coverageInMain,
            alignment.MainShare,
            InTwo(alignment, content),
            copied.Sum(run => run.Length * run.Length) / (double)(words.Count * words.Count),
            copied.Select(run => run.Length).DefaultIfEmpty(0).Max() / (double)words.Count,
            alignment.Runs.Count / (double)words.Count,
            PairsNear(alignment, content),
            Math.Min(uncovered.Length, 4) / 4.0,
            uncovered.Any(i => i <= content[0] || i <= 2) ? 1 : 0,
            uncovered.Contains(content[^1]) ? 1 : 0,
            SpliceDistance(alignment, copied),
            Math.Max(0, coverageInMain - orderedInMain),
            paired < 2
                ? 1
                : 1 - Math.Min(1, paired / (double)(alignment.Pairs.Max() - alignment.Pairs.Where(place => place >= 0).Min() + 1)),
            inMain.All(cover => cover >= WordCover.Covered) ? 1 : 0,
            English.SubjectPronouns.Contains(words[0]) || English.Possessives.Contains(words[0]) ? 1 : 0,
            alignment.MainShare > 0.97 && copied.Length <= 3 ? 1 : 0,
            SkippedInMain(alignment),
        ];
    }

    private static double Cut(double strength) => strength >= WordCover.Covered ? strength : strength / 2;

    /// <summary>Returns the coverage by the main sentence and the neighbour that adds most.</summary>
    private static double InTwo(Alignment alignment, int[] content)
    {
        var sentences = alignment.Evidence.Sentences;
        var main = Array.IndexOf(sentences, alignment.Main);
        var best = 0.0;
        foreach (var other in (int[])[main - 1, main, main + 1])
        {
            if (other < 0 || other >= sentences.Length)
                continue;
            best = Math.Max(
                best,
                content.Average(i => Cut(Math.Max(alignment.CoverIn(i, alignment.Main), alignment.CoverIn(i, sentences[other]))))
            );
        }

        return best;
    }

    /// <summary>
    /// Returns the share of neighbouring content words that are close together, in this order, in one sentence of the evidence.
    /// </summary>
    private static double PairsNear(Alignment alignment, int[] content)
    {
        if (content.Length < 2)
            return alignment.CoverOf(content[0]) >= WordCover.Covered ? 1 : 0;
        var sum = 0.0;
        for (var k = 1; k < content.Length; k++)
            sum += Nearness(alignment, content[k - 1], content[k]);
        return sum / (content.Length - 1);
    }

    private static double Nearness(Alignment alignment, int first, int second)
    {
        var best = 0.0;
        foreach (var sentence in alignment.Evidence.Sentences)
        {
            for (var a = sentence.Start; a < sentence.End; a++)
            {
                if (alignment.Strength(first, a) < WordCover.Covered)
                    continue;
                for (var b = sentence.Start; b < sentence.End; b++)
                {
                    if (a == b || alignment.Strength(second, b) < WordCover.Covered)
                        continue;
                    var extra = Math.Max(0, Math.Abs(b - a) - (second - first));
                    best = Math.Max(best, (b > a ? 1 : 0.6) / (1 + (extra / 3.0)));
                }
            }
        }

        return best;
    }

    /// <summary>Returns how far apart the sentences of neighbouring runs are, from 0 (one sentence) to 1.</summary>
    private static double SpliceDistance(Alignment alignment, CopiedRun[] copied)
    {
        var real = copied.Where(run => run.Length > 1 || Alignment.IsContent(alignment.Claim.Words[run.Start])).ToArray();
        var far = 0;
        for (var i = 1; i < real.Length; i++)
        {
            far = Math.Max(far, Math.Abs(SentenceAt(alignment, real[i].Place) - SentenceAt(alignment, real[i - 1].Place)));
        }

        return Math.Min(1, far / 6.0);
    }

    private static int SentenceAt(Alignment alignment, int place) =>
        Array.FindIndex(alignment.Evidence.Sentences, sentence => place < sentence.End);

    /// <summary>
    /// Returns the share, 0 to 1 at ten words, of the main sentence's content words that the statement skips between its paired ones.
    /// </summary>
    private static double SkippedInMain(Alignment alignment)
    {
        var (first, last) = alignment.Span;
        if (first < 0)
            return 1;
        var skipped = 0;
        for (var place = first; place <= last; place++)
        {
            if (Alignment.IsContent(alignment.Evidence.Words[place]) && !alignment.Pairs.Contains(place))
                skipped++;
        }

        return Math.Min(skipped, 10) / 10.0;
    }
}
