namespace NewsBot.Newsroom.Language;

/// <summary>Levenshtein distance (insert, delete, replace, each at cost 1).</summary>
internal static class EditDistance
{
    /// <summary>Whether two words are at most <paramref name="most"/> edits apart.</summary>
    public static bool Within(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return false;
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                least = Math.Min(least, current[j]);
            }

            if (least > most) return false;
            var swap = previous;
            previous = current;
            current = swap;
        }

        return previous[b.Length] <= most;
    }
}
