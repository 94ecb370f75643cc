namespace NewsBot.Newsroom.Stories;

/// <summary>Names of months.</summary>
internal static class CalendarMonth
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The month that a capitalised word names in full or in three or four letters, from 1; 0 for others and for "May", which is often a name.</summary>
    public static int Of(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return 0;
        for (var i = 0; i < Months.Length; i++)
        {
            var month = Months[i];
            if (month.Length == 3 || !month.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            return word.Length == 3 || word.Length == month.Length || (month[0] == 's' && word.Length == 4) ? i + 1 : 0;
        }

        return 0;
    }
}
