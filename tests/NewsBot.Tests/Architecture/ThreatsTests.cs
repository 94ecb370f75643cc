using System.Text.RegularExpressions;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Architecture;

/// <summary>The tests that docs/operate/threats.md names exist.</summary>
public sealed partial class ThreatsTests
{
    [Fact]
    public void Threats_NameOnlyTestsThatExist()
    {
        var named = Named().Matches(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "operate", "threats.md")));
        var code = Directory
            .EnumerateFiles(Path.Combine(RepositoryFolder.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);

        Assert.True(named.Count > 30, "docs/operate/threats.md names hardly any test.");
        Assert.All(
            named,
            test =>
                Assert.Contains(
                    code[test.Groups["class"].Value],
                    text => text.Contains($" {test.Groups["test"].Value}(", StringComparison.Ordinal)
                )
        );
    }

    [GeneratedRegex("`(?<class>[A-Za-z]+Tests)\\.(?<test>[A-Za-z_]+)`")]
    private static partial Regex Named();
}
