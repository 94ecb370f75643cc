using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Tests.Stories;

/// <summary>Made-up news: events of a kind in different towns, each reported in other words.</summary>
internal static class SomeDay
{
    private static readonly string[] Towns =
    [
        "Ashford",
        "Milford",
        "Danby",
        "Corwen",
        "Ludlow",
        "Penrith",
        "Selby",
        "Thirsk",
        "Whitby",
        "Yarm",
        "Ripon",
        "Otley",
        "Hexham",
        "Kendal",
        "Barnet",
        "Epsom",
    ];
    private static readonly string[] Events =
    [
        "fire destroyed the old mill",
        "flood closed the market",
        "train derailed near the station",
        "strike shut the hospital",
        "storm tore off the school roof",
    ];
    private static readonly string[] Names =
    [
        "Marsh",
        "Reed",
        "Cole",
        "Banks",
        "Frost",
        "Hale",
        "Lane",
        "Moss",
        "Nash",
        "Page",
        "Rowe",
        "Shaw",
        "Todd",
        "Vane",
        "Webb",
        "York",
    ];

    private static readonly string[] Fillers =
    [
        "Neighbours brought tea and blankets.",
        "The road stayed closed until the morning.",
        "Insurance will pay for part of it.",
        "Officials promised a report within weeks.",
        "Nobody knows what comes next.",
        "Shops opened late.",
        "A helicopter circled above for hours.",
    ];

    /// <summary>For each event several reports of one day.</summary>
    /// <param name="events">Number of events.</param>
    /// <param name="reports">Reports of each.</param>
    /// <param name="day">Their day.</param>
    /// <param name="first">Number of the first event: the same number is the same event.</param>
    public static IEnumerable<StoryArticle> Articles(int events, int reports, DateOnly day, int first = 0)
    {
        for (var number = first; number < first + events; number++)
        {
            var (town, what, name) = (Towns[number % Towns.Length], Events[number % Events.Length], Names[(number * 7) % Names.Length]);
            for (var report = 0; report < reports; report++)
            {
                yield return new StoryArticle
                {
                    Key = $"{day:MMdd}-{number}-{report}",
                    Day = day,
                    Text =
                        $"{town}: {what}\nA {what} in {town}, and {10 + (number * 3)} people had to leave their homes. {Fillers[(number + report) % Fillers.Length]} "
                        + $"Councillor {name} of {town} said that help was on its way. {Fillers[(number + (2 * report) + 3) % Fillers.Length]} It is report {report} of the day.",
                };
            }
        }
    }
}
