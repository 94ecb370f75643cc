namespace NewsBot.Backups;

/// <summary>Represents the first entry of a backup: what it contains. Written as JSON.</summary>
/// <param name="Format">The version of the format, 1.</param>
/// <param name="NewsBot">The version of NewsBot that wrote it.</param>
/// <param name="Created">When it was written.</param>
/// <param name="Articles">The number of articles.</param>
/// <param name="Files">The files in it.</param>
internal sealed record BackupManifest(int Format, string NewsBot, DateTimeOffset Created, int Articles, IReadOnlyList<BackupFile> Files)
{
    /// <summary>Specifies the name of its entry.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>Specifies the format that this version writes, and the newest that it reads.</summary>
    public const int CurrentFormat = 1;
}

/// <summary>Represents one file in a backup.</summary>
/// <param name="Name">Its name in the data directory.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal digits.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);
