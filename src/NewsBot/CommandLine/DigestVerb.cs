using System.CommandLine;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary><c>digest [--date YYYY-MM-DD] [--json]</c>: the digest of a day.</summary>
internal static class DigestVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var date = new Option<string>("--date") { Description = "The day [default: the newest of the archive]", HelpName = "YYYY-MM-DD" };
        date.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Day.TryParse(token.Value, out _)) result.AddError($"--date takes a day written YYYY-MM-DD, not \"{token.Value}\"");
        });
        var json = new Option<bool>("--json") { Description = "Print the digest as JSON" };
        var verb = new Command("digest", "Prints the digest of a day (not built yet).") { date, json };
        verb.Examples("newsbot digest --date 2023-05-03");
        frame.Run(verb, (_, _, _) => NotBuiltYet.SayAsync(frame.Surroundings, "digest"));
        return verb;
    }
}
