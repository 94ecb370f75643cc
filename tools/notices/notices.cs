// Writes THIRD-PARTY-NOTICES.md: what ships with the host, under which licence, from the lock file and the restored packages.
// Usage, in the root of the repository: dotnet run tools/notices/notices.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

// Packages that name their licence in a file or by an address only, and the choice where a package leaves one.
var decided = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
{
    ["BitFaster.Caching"] = "MIT",
    ["CsvHelper"] = "Apache-2.0",
    ["Microsoft.ML.OnnxRuntime"] = "MIT",
    ["Microsoft.ML.OnnxRuntime.Managed"] = "MIT",
    ["Microsoft.Rest.ClientRuntime"] = "MIT",
    ["SQLite"] = "blessing",
    ["System.Security.Cryptography.ProtectedData"] = "MIT",
};

var tool = Path.GetDirectoryName(ThisFile())!;
var root = Path.GetFullPath(Path.Combine(tool, "..", ".."));
var cache =
    Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

var onlyToBuild = XDocument
    .Load(Path.Combine(root, "Directory.Build.props"))
    .Descendants("PackageReference")
    .Where(reference => (string?)reference.Attribute("PrivateAssets") == "all")
    .Select(reference => (string)reference.Attribute("Include")!)
    .ToHashSet(StringComparer.OrdinalIgnoreCase);
using var lockFile = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "src", "NewsBot", "packages.lock.json")));
var packages = lockFile
    .RootElement.GetProperty("dependencies")
    .EnumerateObject()
    .SelectMany(target => target.Value.EnumerateObject())
    .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !onlyToBuild.Contains(package.Name))
    .Select(package => (package.Name, Version: package.Value.GetProperty("resolved").GetString()!))
    .Distinct()
    .OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
    .ToList();

var rows = new StringBuilder();
var used = new SortedSet<string>(StringComparer.Ordinal);
foreach (var (name, version) in packages)
{
    var folder = Path.Combine(cache, name.ToLowerInvariant(), version.ToLowerInvariant());
    var nuspec = Path.Combine(folder, name.ToLowerInvariant() + ".nuspec");
    if (!File.Exists(nuspec))
        return Fail($"{name} {version} is not in {cache}: run dotnet restore NewsBot.sln first.");
    var metadata = XDocument.Load(nuspec).Root!.Elements().First();
    string? Text(string element) => metadata.Elements().FirstOrDefault(child => child.Name.LocalName == element)?.Value.Trim();
    var licence = metadata.Elements().FirstOrDefault(child => child.Name.LocalName == "license");
    var expression =
        decided.GetValueOrDefault(name) ?? ((string?)licence?.Attribute("type") == "expression" ? licence!.Value.Trim() : null);
    if (expression is null)
        return Fail($"{name} {version} names no SPDX expression: read its licence in {folder} and add it to the table in notices.cs.");
    var by = Text("authors") ?? "";
    // A package may name nobody under "copyright", or a licence: then its authors are named.
    var copyright = Text("copyright") is { Length: > 3 } named ? named : by;
    var source = expression.StartsWith("MPL", StringComparison.Ordinal) ? $"; source code: {Text("projectUrl")}" : "";
    used.Add(expression);
    rows.AppendLine($"| {name} | {version} | {expression} | {copyright.Replace("|", "/", StringComparison.Ordinal)}{source} |");
}

// Part of the host, though no package: see the table in the document.
used.Add("Apache-2.0");
var document = new StringBuilder(File.ReadAllText(Path.Combine(tool, "introduction.txt")).TrimEnd())
    .AppendLine()
    .AppendLine()
    .AppendLine("## Packages")
    .AppendLine()
    .AppendLine("| package | version | licence | copyright |")
    .AppendLine("|---|---|---|---|")
    .Append(rows)
    .AppendLine()
    .AppendLine("## Licences");
foreach (var licence in used)
{
    var file = Path.Combine(tool, "licences", licence + ".txt");
    if (!File.Exists(file))
        return Fail($"The licence {licence} has no text: put it into {file}, if NewsBot may ship what is under it.");
    Append(licence, file);
}

Append("WordNet", Path.Combine(root, "src", "NewsBot.Newsroom", "Language", "WordNet", "LICENSE.txt"));
var target = Path.Combine(root, "THIRD-PARTY-NOTICES.md");
File.WriteAllText(target, document.ToString().ReplaceLineEndings("\n"));
Console.WriteLine($"{packages.Count} packages, {used.Count} licences: {Path.GetRelativePath(Directory.GetCurrentDirectory(), target)}");
return 0;

void Append(string heading, string file) =>
    document
        .AppendLine()
        .AppendLine($"### {heading}")
        .AppendLine()
        .AppendLine("```text")
        .AppendLine(File.ReadAllText(file).Trim('\r', '\n'))
        .AppendLine("```");

static int Fail(string problem)
{
    Console.Error.WriteLine(problem);
    return 1;
}

static string ThisFile([CallerFilePath] string path = "") => path;
