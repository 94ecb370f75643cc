using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Newsroom.Stories;
using NewsBot.Wire;

namespace NewsBot.CommandLine;

/// <summary>Provides <c>stories FILE.jsonl</c>: groups the articles of a file.</summary>
internal static class StoriesVerb
{
    /// <summary>Creates the verb.</summary>
    public static Command Create(VerbFrame frame)
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "Articles, one JSON object a line" };
        var verb = new Command("stories", "Groups the articles of a file by the event that they report; prints JSON lines.") { file };
        verb.Examples("newsbot stories articles.jsonl");
        frame.Run(verb, (arguments, _, cancellationToken) => GroupAsync(frame.Context, arguments.GetValue(file)!, cancellationToken));
        return verb;
    }

    private static async Task<int> GroupAsync(VerbContext context, string file, CancellationToken cancellationToken)
    {
        var rejected = 0;
        var stories = await StoryFile.GroupAsync(
            Path.GetFullPath(file, context.WorkingDirectory),
            result =>
            {
                rejected++;
                context.Error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{file}{(result.Line is { } line ? $", line {line}" : "")} {result.Rejection}"
                    )
                );
            },
            cancellationToken
        );
        await using var output = context.OpenText();
        foreach (var (source, story) in stories)
            await output.WriteLineAsync(
                JsonSerializer.Serialize(
                    new GroupedArticleJson(source, story.ToString(CultureInfo.InvariantCulture)),
                    NewsBotJson.Wire.GroupedArticleJson
                )
            );
        return rejected > 0 ? ExitCode.Failed : ExitCode.Done;
    }
}
