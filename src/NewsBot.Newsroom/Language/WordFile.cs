namespace NewsBot.Newsroom.Language;

/// <summary>Reads the word files, the one home of what NewsBot knows of words: <c>Language/Words/*.txt</c>, embedded in the assembly.</summary>
/// <remarks>
/// A row a line; bars part its fields, commas the entries of a field. Lines that begin with # are comments and say where the words are from.
/// A list of plain words has one entry a row, in order.
/// </remarks>
internal static class WordFile
{
    private const StringSplitOptions Tidily = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    /// <summary>The rows of a file, each as its fields, each of these as its entries.</summary>
    /// <param name="name">The file's name without ".txt".</param>
    public static IReadOnlyList<string[][]> Rows(string name)
    {
        using var stream = typeof(WordFile).Assembly.GetManifestResourceStream($"Words.{name}") ?? throw new InvalidOperationException($"The word file {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[][]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') rows.Add([.. line.Split('|').Select(field => field.Split(',', Tidily))]);
        }

        return rows;
    }
}
