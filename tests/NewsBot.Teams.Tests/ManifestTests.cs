using System.Buffers.Binary;
using System.Text.Json;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests;

/// <summary>The app package of deploymentTemplates/teams against the published schema and the icon sizes that Teams asks for.</summary>
public sealed class ManifestTests
{
    [Fact]
    public void Manifest_IsValid()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("fixtures/schemas/MicrosoftTeams.schema.json")));
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "deploymentTemplates/teams/manifest.json")));

        Assert.Empty(JsonSchemaCheck.Faults(schema.RootElement, manifest.RootElement));
    }

    [Theory]
    [InlineData("""{"manifestVersion":"1.29"}""")]
    [InlineData("""{"manifestVersion":"0.1","unknown":1}""")]
    public void FaultyManifest_IsFound(string json)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SharedFolder.Require("fixtures/schemas/MicrosoftTeams.schema.json")));
        using var manifest = JsonDocument.Parse(json);

        Assert.NotEmpty(JsonSchemaCheck.Faults(schema.RootElement, manifest.RootElement));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Icon_HasItsSize(string name, int size)
    {
        var png = File.ReadAllBytes(Path.Combine(RepositoryFolder.Root, $"deploymentTemplates/teams/{name}"));

        Assert.Equal(0x89504E47u, BinaryPrimitives.ReadUInt32BigEndian(png));
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }
}
