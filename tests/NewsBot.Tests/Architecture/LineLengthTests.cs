using System.Text.RegularExpressions;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Architecture;

/// <summary>
/// Checks that lines of code and prose have at most 140 columns. String literals do not count, since a text cut in pieces is hard to find;
/// nor do tables, code blocks, links and headings of Markdown, which cannot be wrapped, nor prompts.
/// </summary>
public sealed partial class LineLengthTests
{
    private const int Most = 140;

    private static readonly string[] Skipped = ["bin", "obj", "data", "artifacts", "node_modules", "Prompts", "Approved"];

    [Fact]
    public void Code_HasAtMost140ColumnsALine() =>
        Assert.Empty(Files("src", "*.cs").Concat(Files("tests", "*.cs")).SelectMany(LongLinesOfCode));

    [Fact]
    public void Prose_HasAtMost140ColumnsALine() => Assert.Empty(Files(".", "*.md").SelectMany(LongLinesOfProse));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFolder.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(RepositoryFolder.Root, path).Split(Path.DirectorySeparatorChar).Intersect(Skipped).Any());

    private static IEnumerable<string> LongLinesOfCode(string path)
    {
        var inText = false;
        foreach (var (i, line) in File.ReadLines(path).Index())
        {
            var quotes = RawQuotes().Count(line);
            var isText = inText || quotes % 2 == 1;
            inText ^= quotes % 2 == 1;
            if (line.Length > Most && !isText && StringLiteral().Replace(line, "\"\"").Length > Most)
                yield return Describe(path, i, line);
        }
    }

    private static IEnumerable<string> LongLinesOfProse(string path)
    {
        var inCode = false;
        foreach (var (i, line) in File.ReadLines(path).Index())
        {
            var text = line.TrimStart();
            if (text.StartsWith("```", StringComparison.Ordinal))
                inCode = !inCode;
            var isProse = !inCode && !line.StartsWith("    ", StringComparison.Ordinal) && !text.StartsWith('|') && !text.StartsWith('#');
            if (isProse && Unwrappable().Replace(text, "").Length > Most)
                yield return Describe(path, i, line);
        }
    }

    private static string Describe(string path, int i, string line) =>
        $"{Path.GetRelativePath(RepositoryFolder.Root, path)}({i + 1}): {line.Length} columns";

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex(
        """"
            """.*?"""|"(?:[^"\\]|\\.)*"|"(?:[^"\\]|\\.)*$
            """",
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex StringLiteral();

    /// <summary>Matches the target of a link, an address, and code.</summary>
    [GeneratedRegex(@"\]\([^)]*\)|https?://\S+|`[^`]*`")]
    private static partial Regex Unwrappable();
}
