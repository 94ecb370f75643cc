namespace NewsBot.Pages;

/// <summary>Represents a file used by pages.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Content">The file.</param>
/// <param name="Version">Hash of the content.</param>
internal sealed record PageAsset(string Name, string ContentType, byte[] Content, string Version);
