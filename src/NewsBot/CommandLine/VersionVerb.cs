using System.CommandLine;
using NewsBot.Text;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>version</c>: the version of NewsBot, and what it runs with.</summary>
internal static class VersionVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var verb = new Command("version", "Shows the version of NewsBot and what it runs with.");
        verb.Examples("newsbot version");
        frame.Run(
            verb,
            async (_, settings, _) =>
            {
                await using var output = frame.Context.OpenText();
                await output.WriteLineAsync($"newsbot {ProductVersion.Full}");
                foreach (var (what, by) in RunsWith.Of(settings))
                    await output.WriteLineAsync($"{what}: {by}");
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
