namespace NewsBot.Benchmarks.Retrieval;

/// <summary>
/// Cuts texts at the last space before a limit. The archive's splitter minds paragraphs and sentences, which changes little here.
/// </summary>
internal static class PassageCutter
{
    /// <summary>Passages of at most so many UTF-16 code units; together they are the text.</summary>
    public static List<string> Cut(string text, int maxChars)
    {
        var passages = new List<string>(text.Length / maxChars + 1);
        var start = 0;
        while (text.Length - start > maxChars)
        {
            var space = text.LastIndexOf(' ', start + maxChars - 1, maxChars);
            var end = space > start ? space : start + maxChars;
            passages.Add(text[start..end]);
            start = end;
        }

        passages.Add(text[start..]);
        return passages;
    }
}
