using NewsBot.Access;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Batch;
using NewsBot.Fuzz.Inputs;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Search.Index.Querying;
using NewsBot.Settings;

namespace NewsBot.Fuzz.Targets;

/// <summary>Provides the parsers of what people write: questions, commands, searches, times, settings.</summary>
internal static class TextTargets
{
    private static readonly DateOnly Today = new(2023, 5, 4);

    private static readonly string[] Words =
    [
        "sources ",
        "digest ",
        "timeline ",
        "alert ",
        "subscribe ",
        "unsubscribe ",
        "check: ",
        "since:",
        "until:",
        "outlet:",
        "section:",
        "yesterday",
        "last week",
        "between ",
        " and ",
        "daily at 08:00 ",
        "weekdays ",
        "Europe/London",
        "hourly ",
        "when ",
        "who ",
        "how many ",
        "\"",
        " -",
        " OR ",
    ];

    /// <summary>Gets the targets.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new(
            "message",
            80,
            [
                Text("where was Putin on 3 May 2023?"),
                Text("/sources drone near the Kremlin since:2023-05-01 until:2023-05-03 outlet:Reuters"),
                Text("alert drone near Kremlin outlet:Reuters hourly"),
                Text("subscribe weekdays at 08:30 Europe/London about drones"),
                Text("digest of last Tuesday"),
                Text("timeline of the drone attack"),
                Text("check: Two drones were shot down over the Kremlin on 3 May 2023."),
            ],
            Words,
            ReadMessage
        ),
        new("query", 60, [Text("drone \"over the Kremlin\" -Putin Zelensky's U.S. 2.30am")], Words, ReadQuery),
        new(
            "date",
            40,
            [
                Text("Wed, 03 May 2023 14:05:00 EDT"),
                Text("2023-05-03T14:05:00+02:00"),
                Text("3 mai 2023, 14 h 05"),
                Text("May 3, 2023 at 2.05 p.m. ET"),
                Text("03/05/2023 14:05"),
            ],
            ["GMT", "a.m.", "May", "3rd", "de", "–", "+00:00"],
            ReadDate
        ),
        new(
            "batch",
            30,
            [
                Line("""{"id":1,"ask":"Where was Putin?","asOf":"2023-05-04","top":3}"""),
                Line("""{"id":"b","search":"drone","top":5}"""),
                Line("""{"id":null,"ground":{"passage":"Two drones fell on Wednesday.","statement":"Two drones fell."}}"""),
            ],
            ["\"ask\":", "\"search\":", "\"ground\":", "[", "]", "{}", "1"],
            input => _ = BatchRequest.Read(input.Bytes)
        ),
        new("settings", 10, [Sample.Of("settings.json")], ["\"Urls\":", "\"Teams\":{", "[", "]", "{}"], ReadSettings),
    ];

    private static Sample Text(string text) => Sample.OfText("message.txt", text);

    private static Sample Line(string json) => Sample.OfText("line.json", json);

    private static void ReadMessage(FuzzInput input)
    {
        var text = input.Text;
        _ = DialogueReader.Read(text, Today);
        _ = PersonId.Read(text);
        _ = ApiKeyText.Read(text);
        if (text.Length > QuestionRequest.MaxChars)
            text = text[..QuestionRequest.MaxChars];
        _ = QuestionReader.Read(text, Today);
        _ = AlertReader.Read(text);
        _ = AlertQuery.Read(text);
        _ = DigestSchedule.Read(text);
    }

    private static void ReadQuery(FuzzInput input) => _ = QueryReader.Read(input.Text);

    private static void ReadDate(FuzzInput input)
    {
        var text = input.Text;
        foreach (var order in Enum.GetValues<DateOrder>())
        {
            _ = DateReader.Read(text, order);
            _ = DateReader.FindIn(text, order).Count();
        }
    }

    private static void ReadSettings(FuzzInput input)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"newsbot-fuzz-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "fuzz.json");
        File.WriteAllBytes(file, input.Bytes);
        var (settings, problem) = SettingsLoader.Load(folder, file, new Dictionary<string, string>(), new Dictionary<string, string?>());
        Promise.Keep(settings is null != problem is null, "neither settings nor a problem");
    }
}
