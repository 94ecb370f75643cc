namespace NewsBot.Semantics.Tests;

/// <summary>A folder with the vocabulary and a file in the place of the model; deleted when disposed.</summary>
internal sealed class TemporaryModel : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsbot-semantics-");

    private TemporaryModel(string model)
    {
        File.Copy(PairFixture.Vocabulary, System.IO.Path.Combine(Path, "vocab.txt"));
        File.Copy(model, System.IO.Path.Combine(Path, "reader.onnx"));
    }

    public string Path => _folder.FullName;

    public static TemporaryModel With(string model) => new(model);

    /// <summary>The model of a few hundred bytes that counts marks (tools/semantics/tiny.py).</summary>
    public static TemporaryModel Tiny() => new(System.IO.Path.Combine(PairFixture.Folder, "tiny.onnx"));

    public void Dispose() => _folder.Delete(recursive: true);
}
