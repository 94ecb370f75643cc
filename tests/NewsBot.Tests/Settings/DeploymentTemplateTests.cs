using System.Text.RegularExpressions;
using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Settings;

public sealed partial class DeploymentTemplateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Templates_SetOnlyKeysThatNewsBotReads()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(RepositoryFolder.Root, "deploymentTemplates"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) != ".png")
            .ToList();
        var variables = files
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), match.Value)))
            .Distinct()
            .ToList();

        Assert.True(variables.Count > 10, "The templates have no settings to check.");
        Assert.All(
            variables,
            variable =>
            {
                var (_, problem) = SettingsLoader.Load(
                    folder.Root,
                    null,
                    new Dictionary<string, string> { [variable.Value] = "1" },
                    new Dictionary<string, string?>()
                );
                // What the value is worth is not tested; a key that nobody reads is.
                Assert.DoesNotContain("is unknown", $"{problem} in {variable.File}", StringComparison.Ordinal);
            }
        );
    }

    [GeneratedRegex("NEWSBOT__[A-Za-z0-9_]*[A-Za-z0-9]")]
    private static partial Regex Variable();
}
