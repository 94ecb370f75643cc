using NewsBot.TestSupport;

namespace NewsBot.Tests.Architecture;

/// <summary>
/// Semantic Kernel stands in one place, so that what comes after it can take over: tools are functions, and models chat clients, of the
/// framework.
/// </summary>
public sealed class OrchestratorTests
{
    private static readonly string Home = Path.Combine("NewsBot.Newsroom", "Orchestration");

    [Fact]
    public void SemanticKernel_IsNamedInOneFolder()
    {
        var sources = Path.Combine(RepositoryFolder.Root, "src");
        var naming = Directory
            .EnumerateFiles(sources, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(sources, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Where(file => File.ReadAllText(Path.Combine(sources, file)).Contains("Microsoft.SemanticKernel", StringComparison.Ordinal))
            .ToList();

        Assert.Contains(naming, file => file.StartsWith(Home, StringComparison.Ordinal));
        Assert.All(naming, file => Assert.StartsWith(Home, file, StringComparison.Ordinal));
    }

    [Fact]
    public void Connectors_AreNamedByOneFile()
    {
        var naming = Directory
            .EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", Home), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                File.ReadAllText(file) is var text
                && (
                    text.Contains("OpenAIChatClient(", StringComparison.Ordinal)
                    || text.Contains("OpenAIEmbeddingGenerator(", StringComparison.Ordinal)
                )
            );

        Assert.Equal("ModelConnectors.cs", Path.GetFileName(Assert.Single(naming)));
    }
}
