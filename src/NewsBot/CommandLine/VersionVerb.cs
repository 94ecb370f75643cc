using System.CommandLine;
using System.Reflection;
using NewsBot.Parts;

namespace NewsBot.CommandLine;

/// <summary><c>version</c>: which NewsBot this is, and which parts it runs with.</summary>
internal static class VersionVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("version", "Says which version this is, and which parts run with these settings.");
        verb.Examples("newsbot version");
        frame.Run(verb, async (_, settings, _) =>
        {
            await using var output = frame.Context.OpenText();
            await output.WriteLineAsync($"newsbot {typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}");
            foreach (var (part, by) in RunningParts.Of(settings)) await output.WriteLineAsync($"{part}: {by}");
            return ExitCode.Done;
        });
        return verb;
    }
}
