using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Settings;

/// <summary>docs/operate/configuration.md says what the host reads, with the same types, defaults and ranges.</summary>
public sealed partial class ConfigurationPageTests : IDisposable
{
    /// <summary>Gives every name that people choose an entry, so that the settings below it are read.</summary>
    private static readonly Dictionary<string, string> Named = new()
    {
        ["NEWSBOT__Ingest__Feeds__0__Url"] = "https://news.example.org/rss.xml",
        ["NEWSBOT__Digests__Desks__NAME__Users"] = "one@example.org",
        ["NEWSBOT__Webhooks__NAME__Url"] = "https://hooks.example.org/newsbot",
        ["NEWSBOT__Access__SignIn__Authority"] = "https://login.example.org",
        ["NEWSBOT__Access__SignIn__ClientId"] = "newsbot",
    };

    /// <summary>Specifies sections that others read.</summary>
    private static readonly string[] Foreign = ["Kestrel", "Logging"];

    private readonly TemporaryFolder folder = new();
    private readonly SettingsReader reader;
    private readonly NewsBotSettings settings;
    private readonly List<Row> rows;

    public ConfigurationPageTests()
    {
        var (configuration, problem) = SettingsLoader.Merge(folder.Root, null, Named, new Dictionary<string, string?>());
        Assert.Null(problem);
        reader = new SettingsReader(configuration!);
        settings = NewsBotSettings.Read(reader, folder.Root);
        var page = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "docs", "operate", "configuration.md"));
        rows =
        [
            .. Line()
                .Matches(page)
                .Select(row => new Row(
                    row.Groups["key"].Value,
                    row.Groups["type"].Value.Trim(),
                    row.Groups["usual"].Value.Trim(),
                    row.Groups["range"].Value.Trim(),
                    row.Groups["effect"].Value.Trim()
                )),
        ];
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Page_ListsEverySettingOnce_AndNoOther()
    {
        var known = reader.Known.Select(Written).Where(key => !IsEntryOfAList(key)).Concat(Foreign);

        Assert.Equal(known.Order(StringComparer.Ordinal), rows.Select(row => row.Key).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.True(row.Effect.Length > 0, $"{row.Key} has no effect."));
    }

    [Fact]
    public void Page_SaysTypeDefaultAndRange_AsTheyAreRead()
    {
        // What is read in a way of its own has its default elsewhere.
        var elsewhere = new Dictionary<string, string>
        {
            ["DataDirectory"] = Path.GetRelativePath(folder.Root, settings.DataDirectory),
            ["Urls"] = settings.Urls[0],
            ["Answers:ReadingModel"] = settings.Answers.ReadingModel ? "true" : "false",
            ["Teams:LocalServicePorts"] = settings.Teams.LocalServicePorts[0].ToString(CultureInfo.InvariantCulture),
            ["Discord:ApiBaseUrl"] = settings.Discord.ApiBaseUrl.AbsoluteUri,
            ["Search:Index"] = "newsbot",
            ["Access:SignIn:DeskClaim"] = settings.Access.SignIn!.DeskClaim,
        };
        var faults = new List<string>();
        foreach (var row in rows.Where(row => !Foreign.Contains(row.Key)))
        {
            var shape = reader.Shapes[row.Key.Replace(":N:", ":0:", StringComparison.Ordinal)];
            var usual = elsewhere.GetValueOrDefault(row.Key) ?? shape.Default;
            // That of the one setting which depends on the machine is written in words.
            var isOfTheMachine = row is { Key: "Teams:Workers", Usual: "one for each processor, at least two" };
            if (!isOfTheMachine && row.Usual != (usual is null ? "none" : $"`{usual}`"))
                faults.Add($"{row.Key}: the default is {usual ?? "none"}, not {row.Usual}.");
            if (shape.Type != "text" && row.Type.Split(',')[0] != shape.Type)
                faults.Add($"{row.Key}: the type is {shape.Type}, not {row.Type}.");
            if (shape.Range is { } range && row.Range != range)
                faults.Add($"{row.Key}: the range is {range}, not {row.Range}.");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Settings_ThatTakeASecret_SaySo() =>
        Assert.All(rows.Where(row => SecretName().IsMatch(row.Key)), row => Assert.Contains("secret", row.Type, StringComparison.Ordinal));

    private static string Written(string key) => key.Replace(":0:", ":N:", StringComparison.Ordinal);

    private static bool IsEntryOfAList(string key) => char.IsAsciiDigit(key[^1]) && key.LastIndexOf(':') == key.Length - 2;

    private sealed record Row(string Key, string Type, string Usual, string Range, string Effect);

    [GeneratedRegex(
        @"^\| `(?<key>[A-Za-z:]+)` \| (?<type>[^|]*)\| (?<usual>[^|]*)\| ?(?<range>[^|]*)\| (?<effect>[^|]*)\|$",
        RegexOptions.Multiline
    )]
    private static partial Regex Line();

    [GeneratedRegex("(Password|Secret|Token|(?<!Public)Key|Headers|ConnectionString)$")]
    private static partial Regex SecretName();
}
