namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>Represents consecutive words that a statement copies from its evidence (an extractive fragment; Grusky et al. 2018).</summary>
/// <param name="Start">The position of the first word in the statement.</param>
/// <param name="Length">The number of words, at least 1.</param>
/// <param name="Place">The position of the first word among all words of the evidence; -1 for a word that is not there.</param>
internal readonly record struct CopiedRun(int Start, int Length, int Place)
{
    /// <summary>
    /// Returns the runs, chosen greedily from left to right: the longest each time and, of equals, the one nearest after the previous run.
    /// </summary>
    public static IReadOnlyList<CopiedRun> Find(Alignment alignment)
    {
        var runs = new List<CopiedRun>();
        var after = 0;
        for (var i = 0; i < alignment.Claim.Words.Count; )
        {
            var (length, place) = Longest(alignment, i, after);
            runs.Add(new CopiedRun(i, Math.Max(1, length), place));
            if (place >= 0)
                after = place + length;
            i += Math.Max(1, length);
        }

        return runs;
    }

    private static (int Length, int Place) Longest(Alignment alignment, int start, int after)
    {
        int longest = 0,
            at = -1;
        foreach (var sentence in alignment.Evidence.Sentences)
        {
            for (var place = sentence.Start; place < sentence.End; place++)
            {
                var length = 0;
                while (
                    start + length < alignment.Claim.Words.Count
                    && place + length < sentence.End
                    && alignment.Strength(start + length, place + length) >= WordCover.OtherSpelling
                )
                    length++;
                if (length > longest || (length == longest && length > 0 && Distance(place, after) < Distance(at, after)))
                    (longest, at) = (length, place);
            }
        }

        return (longest, at);
    }

    // A run behind counts as farther than one ahead: statements follow the order of what they retell.
    private static int Distance(int place, int after) => place >= after ? place - after : (after - place) * 2;
}
