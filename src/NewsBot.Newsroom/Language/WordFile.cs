namespace NewsBot.Newsroom.Language;

/// <summary>Reads the word files, the only place for knowledge of words: <c>Language/Words/*.txt</c>, embedded in the assembly.</summary>
/// <remarks>
/// Each line is a row; bars separate its fields, and commas the entries of a field. Lines that begin with # are comments and give the
/// source of the words. A plain list has one entry a row.
/// </remarks>
internal static class WordFile
{
    private const StringSplitOptions Tidily = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>Returns the rows of a file, each as its fields, each of these as its entries.</summary>
    /// <param name="name">The name of the file, without ".txt".</param>
    /// <exception cref="InvalidOperationException">The assembly contains no such file.</exception>
    public static IReadOnlyList<string[][]> Rows(string name)
    {
        using var stream =
            typeof(WordFile).Assembly.GetManifestResourceStream($"Words.{name}")
            ?? throw new InvalidOperationException($"The word file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[][]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add([.. line.Split('|').Select(field => field.Split(',', Tidily))]);
        }

        return rows;
    }
}
