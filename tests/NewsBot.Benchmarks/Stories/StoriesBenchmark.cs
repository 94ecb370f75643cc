using System.Globalization;
using System.Runtime.InteropServices;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Stories;

/// <summary>The verb <c>stories</c>: quality on ECB+, speed on the news articles, the fit, and the background words.</summary>
internal static class StoriesBenchmark
{
    public static int Run(string? part)
    {
        switch (part)
        {
            case "background":
                BackgroundWords.Write(NewsStories.Read());
                return 0;
            case "train":
                new StoryTraining().WriteWeights();
                return 0;
            case "quality":
                Console.WriteLine(new StoryTraining().Report());
                return 0;
            case "speed":
                Console.WriteLine(NewsStories.Measure(NewsStories.Read()));
                return 0;
            case null:
                var speed = NewsStories.Measure(NewsStories.Read());
                var quality = new StoryTraining().Report();
                File.WriteAllText(Path.Combine(RepositoryFolder.Root, "docs", "research", "stories-benchmark.md"), Page(quality, speed));
                return 0;
            default:
                Console.Error.WriteLine("stories [background|train|quality|speed]");
                return 2;
        }
    }

    private static string Page(string quality, string speed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Stories: quality and speed

            Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- stories`.
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSDescription}.

            ## Quality
            ECB+ (486 articles, 44 stories, two similar events for each of 22 topics), texts only. The fit is cross-validated by topic
            in 11 parts: it uses no pair of a topic that is measured.

            {quality}
            ## Speed
            The news articles, grouped by day. “All” groups them in one run, as the verb `stories` does after it has read the file.
            “One article” is one article added to the stories, with a new grouping of its whole day.

            {speed}
            """
        );
}
