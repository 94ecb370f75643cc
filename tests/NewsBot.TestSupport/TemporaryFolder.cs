namespace NewsBot.TestSupport;

/// <summary>Represents a separate folder for a test; deleted with its content when disposed of.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Gets the folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("newsbot-test-").FullName;

    /// <summary>Gets a path in the folder.</summary>
    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Writes a file, creating its folders; returns its path.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a file in UTF-8 without a byte order mark; returns its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just stopped may still have a file open; the system's own cleaning removes what remains.
        }
    }
}
