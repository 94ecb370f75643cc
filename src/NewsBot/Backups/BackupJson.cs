using System.Text.Json.Serialization;

namespace NewsBot.Backups;

/// <summary>Specifies how the manifest of a backup is written: camel case, indented, for people to read.</summary>
[JsonSerializable(typeof(BackupManifest))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
internal sealed partial class BackupJson : JsonSerializerContext;
