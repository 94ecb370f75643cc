using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Architecture;

/// <summary>THIRD-PARTY-NOTICES.md lists what ships with the host, and nothing ships under a licence that was not accepted.</summary>
public sealed partial class NoticesTests
{
    /// <summary>Specifies licences that allow NewsBot to be used and sold under its own.</summary>
    private static readonly string[] Permissive = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "blessing"];

    /// <summary>
    /// Specifies packages under another licence, each accepted by name. The Mozilla licence covers the files of UTF.Unknown itself, which
    /// ships unchanged; the notices say where its source code is.
    /// </summary>
    private static readonly Dictionary<string, string> Accepted = new() { ["UTF.Unknown"] = "MPL-1.1" };

    private static string Notices => File.ReadAllText(Path.Combine(RepositoryFolder.Root, "THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Notices_ListWhatTheLockFileShips()
    {
        var shipped = Shipped();
        var listed = Rows().Select(row => $"{row.Name} {row.Version}").ToHashSet(StringComparer.Ordinal);

        Assert.True(shipped.Count > 50, $"Only {shipped.Count} packages were found in the lock file.");
        var faults = shipped
            .Except(listed)
            .Select(package => $"{package} ships and is not listed.")
            .Concat(listed.Except(shipped).Select(package => $"{package} is listed and does not ship."))
            .ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults) + "\nRun: dotnet run tools/notices/notices.cs");
    }

    [Fact]
    public void Licences_ArePermissiveOrAcceptedByName() =>
        Assert.Equal(
            [],
            Rows()
                .Where(row => !Permissive.Contains(row.Licence) && Accepted.GetValueOrDefault(row.Name) != row.Licence)
                .Select(row => $"{row.Name} is under {row.Licence}, which nobody has accepted.")
        );

    [Fact]
    public void Licences_AreQuotedOnce()
    {
        var headings = Heading().Matches(Notices).Select(heading => heading.Groups["name"].Value).ToList();

        Assert.Equal(headings.Distinct(), headings);
        Assert.Equal([], Rows().Select(row => row.Licence).Except(headings));
        Assert.True(Notices.Length < 200_000, "The notices have become very long.");
    }

    [Fact]
    public void Notices_NameWhatIsNoPackage()
    {
        Assert.Contains("reader.onnx", Notices, StringComparison.Ordinal);
        Assert.Contains("wordnet.txt.gz", Notices, StringComparison.Ordinal);
        Assert.Contains("WordNet 3.0 Copyright 2006 by Princeton University", Notices, StringComparison.Ordinal);
    }

    private static List<(string Name, string Version, string Licence)> Rows() =>
        [
            .. Row()
                .Matches(Notices)
                .Select(row => (row.Groups["name"].Value, row.Groups["version"].Value, row.Groups["licence"].Value.Trim())),
        ];

    private static HashSet<string> Shipped()
    {
        var onlyToBuild = XDocument
            .Load(Path.Combine(RepositoryFolder.Root, "Directory.Build.props"))
            .Descendants("PackageReference")
            .Where(reference => (string?)reference.Attribute("PrivateAssets") == "all")
            .Select(reference => (string)reference.Attribute("Include")!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Root, "src", "NewsBot", "packages.lock.json")));
        return file
            .RootElement.GetProperty("dependencies")
            .EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !onlyToBuild.Contains(package.Name))
            .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()}")
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\| (?<name>[\w.]+) \| (?<version>\d[\w.-]*) \| (?<licence>[^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^### (?<name>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
