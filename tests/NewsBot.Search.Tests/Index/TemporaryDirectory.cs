namespace NewsBot.Search.Tests.Index;

/// <summary>A directory that goes away with the test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newsbot-index-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
