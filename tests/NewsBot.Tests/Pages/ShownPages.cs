using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

/// <summary>
/// The pages that are looked at, by people and by tests: every page, with everything on it, with nothing on it, and with long texts.
/// </summary>
internal static class ShownPages
{
    public const string LongWord =
        "https://news.example.org/aVeryLongAddressWithoutAnyBreak/aVeryLongAddressWithoutAnyBreak/aVeryLongAddressWithoutAnyBreak";

    /// <summary>Gets paths over the seeds, by a name for their pictures.</summary>
    public static IReadOnlyDictionary<string, string> OfSeeds { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["chat-empty"] = "/",
            ["chat-answer"] = "/?q=where+was+Putin%3F",
            ["chat-disagreement"] = "/?q=What+did+Ukraine+say+about+the+drone+strike%3F",
            ["chat-follow-up"] = "/?q=Who+is+the+mayor+of+Moscow%3F&q=What+did+he+ban%3F",
            ["chat-limited"] = "/?q=where+was+Putin%3F&from=2023-05-03&to=2023-05-09",
            ["chat-comment"] = "/?q=where+was+Putin%3F&rated=00000000000000000000000000000001",
            ["chat-decline"] = "/?q=Where+was+Zelensky%3F",
            ["chat-help"] = "/?q=help",
            ["chat-sources"] = "/?q=sources+drone",
            ["chat-long-word"] = "/?q=" + LongWord,
            ["chat-wordless"] = "/?q=%3F&q=" + LongWord + "+Putin+residence",
            ["sources-empty"] = "/sources",
            ["sources-found"] = "/sources?q=drone+Kremlin",
            ["sources-limited"] = "/sources?q=drone&from=2023-05-04&outlet=Nobody",
            ["sources-long-word"] = "/sources?q=" + LongWord,
            ["article"] = "/articles/001_a0b4809ae95599bf.txt",
            ["article-quoted"] = "/articles/001_a0b4809ae95599bf.txt?quotes=0-97.99-216&q=where+was+Putin%3F#q0-97",
            ["article-unknown"] = "/articles/" + LongWord,
            ["digest"] = "/digest?date=2023-05-03",
            ["digest-newest"] = "/digest",
            ["digest-topic"] = "/digest?date=2023-05-04&topic=drone",
            ["digest-no-stories"] = "/digest?date=2023-05-09&topic=" + LongWord,
            ["timeline-empty"] = "/timeline",
            ["timeline"] = "/timeline?topic=drone",
            ["timeline-long-word"] = "/timeline?topic=" + LongWord,
        };

    /// <summary>Gets paths over <see cref="Newsroom"/>, by a name for their pictures.</summary>
    public static IReadOnlyDictionary<string, string> OfNewsroom { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["newsroom-chat-empty"] = "/",
            ["newsroom-chat-answer"] = "/?q=How+many+people+were+hurt+in+the+mill+fire%3F",
            ["newsroom-sources"] = "/sources?q=mill+fire",
            ["newsroom-article"] = "/articles/mill.txt",
            ["newsroom-digest"] = "/digest",
            ["newsroom-timeline"] = "/timeline?topic=mill",
            ["admin"] = "/admin",
            ["admin-queues"] = "/admin/queues",
            ["admin-subscriptions"] = "/admin/subscriptions",
            ["admin-feedback"] = "/admin/feedback",
            ["admin-questions"] = "/admin/questions",
            ["admin-keys"] = "/admin/keys",
            ["staff-empty"] = "/admin/articles",
            ["staff-article"] = "/admin/articles?source=mill.txt",
            ["staff-unknown"] = "/admin/articles?source=" + LongWord,
        };

    /// <summary>
    /// Gets lines of articles of several outlets, sections and days, with a copy, a contradiction and a headline of hundreds of letters.
    /// </summary>
    public static IReadOnlyList<string> Newsroom { get; } =
    [
        Line(
            "mill.txt",
            "The old mill of Ashford burned down on Monday. Mayor Anna Whitcombe said two people were hurt in the mill fire. Firefighters came at nine.",
            "Old mill of Ashford burns down",
            3,
            "Ashford Gazette"
        ),
        Line(
            "wire/mill-copy.txt",
            "The old mill of Ashford burned down on Monday. Mayor Anna Whitcombe said two people were hurt in the mill fire. Firefighters came at nine.",
            "Old mill of Ashford burns down",
            3,
            "Kent Wire"
        ),
        Line(
            "chief.txt",
            "Five people were hurt in the mill fire of Ashford, fire chief Bert Lowell said. The mill will not be rebuilt, Lowell said.",
            "ASHFORD, May 3 (Kent Wire) - Five people were hurt in the mill fire of Ashford, fire chief Bert Lowell said on Wednesday, and the mill that stood by the river for two hundred years will not be rebuilt",
            3,
            "Kent Wire"
        ),
        Line(
            "council.txt",
            "The council of Ashford met on Thursday. Whitcombe said the mill was insured. The council will pay for the night's work of the firefighters.",
            "Council meets after the fire",
            4,
            "Ashford Gazette"
        ),
        Line(
            "cup.txt",
            "Ashford won the cup on Thursday with a goal in the last minute. Coach Carla Nunes said the team had earned it.",
            "Ashford wins the cup",
            4,
            "The Courier"
        ),
        Line("stray.txt", "The library opens an hour later on Saturday, the library said.", "Library opens later", 20, "The Courier"),
    ];

    private static string Line(string source, string text, string headline, int day, string outlet) =>
        Some.ArticleLine(source, text, headline, $"2023-05-{day:00}T10:00:00Z", outlet);
}
