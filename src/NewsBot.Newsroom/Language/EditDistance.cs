namespace NewsBot.Newsroom.Language;

/// <summary>
/// Counts slips between two words: a letter too many or too few, two neighbouring letters swapped (optimal string
/// alignment), or one letter for another. Stateless, thread-safe.
/// </summary>
internal static class EditDistance
{
    /// <summary>Letters that spellings of one name interchange.</summary>
    private static readonly string[] Alike = ["aeiouyj", "ckq", "sz", "fvw"];

    /// <summary>Determines whether two words are at most <paramref name="most"/> slips apart.</summary>
    /// <param name="a">A folded word.</param>
    /// <param name="b">A folded word.</param>
    /// <param name="most">The most slips, at least 0.</param>
    /// <param name="unlike">The cost of a letter in place of one that sounds different: 1 for typing slips, 2 for names spelt with
    /// care.</param>
    public static bool Within(string a, string b, int most, int unlike = 1)
    {
        if (Math.Abs(a.Length - b.Length) > most)
            return false;
        Span<int> beforePrevious = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(previous[j - 1] + Replacing(a[i - 1], b[j - 1], unlike), Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost = Math.Min(cost, beforePrevious[j - 2] + 1);
                current[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
                return false;
            var oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }

        return previous[b.Length] <= most;
    }

    private static int Replacing(char a, char b, int unlike) =>
        a == b ? 0
        : Array.Exists(Alike, letters => letters.Contains(a, StringComparison.Ordinal) && letters.Contains(b, StringComparison.Ordinal)) ? 1
        : unlike;
}
