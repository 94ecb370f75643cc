using System.Text.RegularExpressions;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Architecture;

/// <summary>Checks that the index lists every page, and that links and mentions of pages lead to what exists.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Skipped = ["bin", "obj", "data", "artifacts", "node_modules", "TestResults", ".git", "Approved"];

    private static readonly string[] Texts = ["*.cs", "*.md", "*.json", "*.props", "*.csproj", "*.example", "Dockerfile"];

    [Fact]
    public void Pages_AreInTheIndexAndInAFolder()
    {
        var docs = Path.Combine(RepositoryFolder.Root, "docs");
        var index = File.ReadAllText(Path.Combine(docs, "README.md"));
        var pages = Directory
            .EnumerateFiles(docs, "*.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(docs, page).Replace('\\', '/'))
            .Where(page => page != "README.md" && !page.StartsWith("decisions/", StringComparison.Ordinal))
            .ToList();

        Assert.Equal([], pages.Where(page => !index.Contains($"]({page})", StringComparison.Ordinal)));
        Assert.Equal(["glossary.md"], pages.Where(page => !page.Contains('/', StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_LeadToFilesAndHeadingsThatExist()
    {
        var links = Files("*.md")
            .SelectMany(page => Link().Matches(WithoutCode(page)).Select(link => (Page: page, Target: link.Groups["target"].Value)))
            .Where(link => !link.Target.Contains(':', StringComparison.Ordinal))
            .ToList();

        Assert.True(links.Count > 150, $"Only {links.Count} links were found.");
        Assert.Equal([], links.Select(link => Fault(link.Page, link.Target)).OfType<string>());
    }

    [Fact]
    public void Mentions_NamePagesThatExist()
    {
        var mentions = Texts
            .SelectMany(Files)
            .SelectMany(file => Mention().Matches(File.ReadAllText(file)).Select(mention => (File: file, Page: mention.Value)))
            .ToList();

        Assert.True(mentions.Count > 50, $"Only {mentions.Count} mentions were found.");
        Assert.Equal(
            [],
            mentions
                .Where(mention => !File.Exists(Path.Combine(RepositoryFolder.Root, mention.Page)))
                .Select(mention => $"{Relative(mention.File)} mentions {mention.Page}, which does not exist.")
        );
    }

    private static string? Fault(string page, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
        if (!Path.Exists(path))
            return $"{Relative(page)} links to {target}, which does not exist.";
        return parts.Length == 2 && !Anchors(path).Contains(parts[1])
            ? $"{Relative(page)} links to {target}, but that page has no such heading."
            : null;
    }

    /// <summary>Lists the anchors of a page's headings, as GitHub forms them.</summary>
    private static HashSet<string> Anchors(string page) =>
        [
            .. Heading()
                .Matches(WithoutCode(page))
                .Select(heading => NotInAnchor().Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
        ];

    private static string WithoutCode(string page) => CodeBlock().Replace(File.ReadAllText(page), "");

    private static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateFiles(RepositoryFolder.Root, pattern, SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Intersect(Skipped).Any());

    private static string Relative(string path) => Path.GetRelativePath(RepositoryFolder.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/.-])docs/[\w/-]+\.md\b")]
    private static partial Regex Mention();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*```.*?^\s*```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();
}
