using System.Buffers.Binary;
using System.Text.Json;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests;

/// <summary>The app package of deploymentTemplates/teams against the rules and the icon sizes that Teams has.</summary>
public sealed class ManifestTests
{
    private static readonly string Manifest = File.ReadAllText(
        Path.Combine(RepositoryFolder.Root, "deploymentTemplates/teams/manifest.json")
    );

    public static TheoryData<string> FaultyManifests => ["""{"manifestVersion":"1.29"}""", """{"manifestVersion":"0.1","unknown":1}"""];

    [Fact]
    public void Manifest_IsValid() => Assert.Empty(Faults(Own, Manifest));

    [Theory]
    [MemberData(nameof(FaultyManifests))]
    public void FaultyManifest_IsFound(string json) => Assert.NotEmpty(Faults(Own, json));

    /// <summary>The same by the published schema, where it is at hand.</summary>
    [Fact]
    public void Manifest_IsValidByThePublishedSchema()
    {
        var published = SharedFolder.Require("fixtures/schemas/MicrosoftTeams.schema.json");

        Assert.Empty(Faults(published, Manifest));
        Assert.All(FaultyManifests, manifest => Assert.NotEmpty(Faults(published, manifest.Data)));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icon_HasItsSize(string name, int size)
    {
        var png = File.ReadAllBytes(Path.Combine(RepositoryFolder.Root, $"deploymentTemplates/teams/{name}"));

        Assert.Equal(0x89504E47u, BinaryPrimitives.ReadUInt32BigEndian(png));
        Assert.Equal(
            (size, size),
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)))
        );
    }

    private static string Own => Path.Combine(RepositoryFolder.Root, "tests/NewsBot.Teams.Tests/Schemas/teams-manifest.json");

    private static IReadOnlyList<string> Faults(string schemaFile, string manifest)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(schemaFile));
        using var json = JsonDocument.Parse(manifest);
        return JsonSchemaCheck.Faults(schema.RootElement, json.RootElement);
    }
}
