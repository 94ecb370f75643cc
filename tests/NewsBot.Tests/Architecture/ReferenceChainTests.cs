using System.Xml.Linq;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Architecture;

/// <summary>The projects form one straight chain: a question travels forward through it and never turns back.</summary>
public sealed class ReferenceChainTests
{
    /// <summary>
    /// What each project may reference directly. A project that is not named here fails the test until its place is decided.
    /// </summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["NewsBot.Search"] = [],
        ["NewsBot.Semantics"] = ["NewsBot.Search"],
        ["NewsBot.Elastic"] = ["NewsBot.Search"],
        ["NewsBot.Archive"] = ["NewsBot.Search"],
        ["NewsBot.Newsroom"] = ["NewsBot.Archive", "NewsBot.Semantics"],
        ["NewsBot.Teams"] = ["NewsBot.Newsroom"],
        ["NewsBot.Discord"] = ["NewsBot.Newsroom"],
        ["NewsBot.Postgres"] = ["NewsBot.Newsroom"],
        ["NewsBot.Discord.DiscordNet"] = ["NewsBot.Discord"],
        ["NewsBot"] =
        [
            "NewsBot.Newsroom",
            "NewsBot.Teams",
            "NewsBot.Discord",
            "NewsBot.Elastic",
            "NewsBot.Postgres",
            "NewsBot.Discord.DiscordNet",
        ],
    };

    [Fact]
    public void Projects_ReferenceOnlyWhatComesBeforeThem()
    {
        var projects = Directory.GetFiles(Path.Combine(RepositoryFolder.Root, "src"), "*.csproj", SearchOption.AllDirectories);

        Assert.NotEmpty(projects);
        Assert.All(
            projects,
            project =>
            {
                var name = Path.GetFileNameWithoutExtension(project);
                var references = XDocument
                    .Load(project)
                    .Descendants("ProjectReference")
                    .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
                Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} has no place in the chain.");
                Assert.Empty(references.Except(allowed));
            }
        );
    }

    [Fact]
    public void Sources_NameOnlyWhatTheyMayKnow()
    {
        // The chain also holds for names: the search library says nothing of articles, the archive nothing of questions and channels.
        AssertNoneNames("NewsBot.Search", "NewsBot.Semantics", "NewsBot.Archive", "NewsBot.Newsroom");
        AssertNoneNames("NewsBot.Semantics", "NewsBot.Archive", "NewsBot.Newsroom");
        AssertNoneNames("NewsBot.Archive", "NewsBot.Semantics", "NewsBot.Newsroom", "NewsBot.Teams", "NewsBot.Discord");
        AssertNoneNames("NewsBot.Newsroom", "NewsBot.Teams", "NewsBot.Discord", "Microsoft.AspNetCore");
    }

    private static void AssertNoneNames(string project, params string[] unknown)
    {
        var folder = Path.Combine(RepositoryFolder.Root, "src", project);
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        )
        {
            var text = File.ReadAllText(file);
            Assert.All(unknown, name => Assert.DoesNotContain($"using {name}", text, StringComparison.Ordinal));
        }
    }
}
