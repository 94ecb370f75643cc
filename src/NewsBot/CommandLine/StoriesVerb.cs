using System.CommandLine;

namespace NewsBot.CommandLine;

/// <summary><c>stories FILE.jsonl</c>: groups the articles of a file.</summary>
internal static class StoriesVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "Articles, one JSON object a line" };
        var verb = new Command("stories", "Groups the articles of a file by the event that they report (not built yet).") { file };
        verb.Examples("newsbot stories articles.jsonl");
        frame.Run(verb, (_, _, _) => NotBuiltYet.SayAsync(frame.Surroundings, "stories"));
        return verb;
    }
}
