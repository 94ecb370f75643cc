using System.Reflection;
using NetArchTest.Rules;

namespace NewsBot.Tests.Architecture;

/// <summary>Within a project, folders form no cycle: whoever reads one folder reads what it uses, and nothing turns back.</summary>
public sealed class FolderOrderTests
{
    private const string Root = "(root)";

    /// <summary>Gets the projects, by the assemblies that they make.</summary>
    public static TheoryData<string> Projects =>
        [
            "NewsBot.Search",
            "NewsBot.Elastic",
            "NewsBot.Archive",
            "NewsBot.Newsroom",
            "NewsBot.Postgres",
            "NewsBot.Teams",
            "NewsBot.Discord",
            "newsbot",
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_FormNoCycle(string project)
    {
        var assembly = Assembly.Load(project);

        var cycles = Cycles(UsesOf(assembly));

        Assert.True(cycles.Count == 0, $"{project}: {string.Join("; ", cycles.Select(cycle => string.Join(" <-> ", cycle)))}");
    }

    /// <summary>For each folder, the folders that its types use.</summary>
    private static Dictionary<string, HashSet<string>> UsesOf(Assembly assembly)
    {
        var prefix = assembly.GetName().Name is "newsbot" ? "NewsBot" : assembly.GetName().Name!;
        var folders = assembly
            .GetTypes()
            .Where(type =>
                !type.IsNested && type.Namespace is { } name && (name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal))
            )
            .ToLookup(type => FolderOf(type.Namespace!, prefix), type => type.FullName!);
        var uses = folders.ToDictionary(folder => folder.Key, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var used in folders)
        {
            var users = Types
                .InAssembly(assembly)
                .That()
                .HaveDependencyOnAny([.. used])
                .GetTypes()
                .Where(type => type.Namespace is { } name && (name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)))
                .Select(type => FolderOf(type.Namespace!, prefix));
            foreach (var user in users.Where(user => user != used.Key))
                uses[user].Add(used.Key);
        }

        return uses;
    }

    private static string FolderOf(string name, string prefix) =>
        name.Length == prefix.Length ? Root : name[(prefix.Length + 1)..].Split('.')[0];

    // Folders that reach each other form one cycle.
    private static List<List<string>> Cycles(Dictionary<string, HashSet<string>> uses)
    {
        var reached = uses.Keys.ToDictionary(folder => folder, folder => Reach(uses, folder), StringComparer.Ordinal);
        return
        [
            .. uses
                .Keys.Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder =>
                    string.Join(' ', reached[folder].Where(other => reached[other].Contains(folder)).Order(StringComparer.Ordinal))
                )
                .Select(cycle => cycle.Order(StringComparer.Ordinal).ToList()),
        ];
    }

    private static HashSet<string> Reach(Dictionary<string, HashSet<string>> uses, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>(uses[from]);
        while (next.TryPop(out var folder))
        {
            if (!reached.Add(folder))
                continue;
            foreach (var further in uses[folder])
                next.Push(further);
        }

        return reached;
    }
}
