using NewsBot.Newsroom.Models;
using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Settings;

public sealed class SettingsLoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Settings_WithoutAnySource_AreTheDocumentedDefaults()
    {
        var settings = Load();

        Assert.Equal(folder["data"], settings.DataDirectory);
        Assert.Equal(["http://127.0.0.1:3978"], settings.Urls);
        Assert.Null(settings.PublicUrl);
        Assert.Equal(new Uri("http://127.0.0.1:3978/"), settings.LinkBase);
        Assert.Equal(StoreProvider.LiteDb, settings.Store.Provider);
        Assert.Equal(new Uri("https://discord.com/api/v10"), settings.Discord.ApiBaseUrl);
        Assert.Null(settings.Teams.AppId);
        Assert.Null(settings.Discord.Token);
        Assert.Null(settings.Model.Endpoint);
    }

    [Fact]
    public void SeedsDirectory_ByDefault_IsTheWorkingDirectorysElseTheProgramsCopy()
    {
        var copy = Load().SeedsDirectory;
        Directory.CreateDirectory(folder["seeds"]);
        var own = Load().SeedsDirectory;

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "seeds"), copy);
        Assert.Equal(folder["seeds"], own);
    }

    [Fact]
    public void Sources_EachOverridesTheOneBefore()
    {
        folder.Write(
            "appsettings.json",
            """{"Model":{"Endpoint":"http://a.test","Name":"from-file","ApiKey":"file"},"DataDirectory":"file","PublicUrl":"http://file.test"}"""
        );
        folder.Write("more.json", """{"Model":{"Name":"from-config"},"DataDirectory":"config","PublicUrl":"http://config.test"}""");

        var settings = Load(
            configFile: "more.json",
            environment: new()
            {
                ["NEWSBOT__DataDirectory"] = "environment",
                ["NEWSBOT__PublicUrl"] = "http://environment.test",
                ["PATH"] = "x",
            },
            commandLine: new() { ["DataDirectory"] = "line", ["Urls"] = null }
        );

        Assert.Equal("file", settings.Model.ApiKey);
        Assert.Equal("from-config", settings.Model.Name);
        Assert.Equal(new Uri("http://environment.test"), settings.PublicUrl);
        Assert.Equal(folder["line"], settings.DataDirectory);
    }

    [Fact]
    public void List_OfALaterSource_TakesTheEarlierOnesPlaceWhole()
    {
        folder.Write("appsettings.json", """{"Discord":{"Channels":["1","2","3"]}}""");
        folder.Write("more.json", """{"Discord":{"Channels":["4"]}}""");

        var fromFile = Load(configFile: "more.json");
        var fromEnvironment = Load(environment: new() { ["NEWSBOT__Discord__Channels"] = "5;6" });

        Assert.Equal(["4"], fromFile.Discord.Channels);
        Assert.Equal(["5", "6"], fromEnvironment.Discord.Channels);
    }

    [Theory]
    [InlineData("""{"Store":{"Provider":"Oracle"}}""", "Setting Store:Provider is \"Oracle\": use LiteDb or Postgres.")]
    [InlineData(
        """{"Store":{"Provider":"Postgres"}}""",
        "Setting Store:ConnectionString is missing: write it like Host=db.example.org;Database=newsbot;Username=newsbot."
    )]
    [InlineData(
        """{"Store":{"ConnectionString":"Host=db"}}""",
        "Setting Store:ConnectionString is set, but LiteDb keeps its file in DataDirectory: remove it, or set Store:Provider to Postgres."
    )]
    [InlineData(
        """{"Store":{"Provider":"Postgres","ConnectionString":"Pasword=secret"}}""",
        "Setting Store:ConnectionString is not a connection string of PostgreSQL: write it like Host=db.example.org;Database=newsbot;Username=newsbot."
    )]
    [InlineData(
        """{"Store":{"Provider":"Postgres","ConnectionString":"Host=db;Username=newsbot;Password=secret"}}""",
        "Setting Store:ConnectionString names no database: add Database=, such as Database=newsbot."
    )]
    [InlineData(
        """{"Store":{"Provider":"Postgres","ConnectionString":"Host=db;Database=newsbot"}}""",
        "Setting Store:ConnectionString names no user: add Username=, the role that NewsBot signs in as."
    )]
    [InlineData(
        """{"Discord":{"Transport":"DiscordNet"}}""",
        "Setting Discord:Transport is DiscordNet, which this build does not include: use NewsBot, or build with -p:DiscordNet=true."
    )]
    [InlineData(
        """{"PublicUrl":"news.example.org"}""",
        "Setting PublicUrl is not a web address: write it like https://news.example.org, without a user name, ? and #."
    )]
    [InlineData(
        """{"Urls":"http://x:99999"}""",
        "Setting Urls contains \"http://x:99999\", which is not an address to listen on: write it like http://127.0.0.1:3978, without a path."
    )]
    [InlineData("""{"Discord":{"Tokn":"s3cret"}}""", "Setting Discord:Tokn is unknown: write Discord:Token if you mean that.")]
    [InlineData("""{"Weather":"sunny"}""", "Setting Weather is unknown: remove it; appsettings.example.json lists every key.")]
    [InlineData(
        """{"Digests":{"Desks":{"Sports":{"Rooms":["1"]}}}}""",
        "Setting Digests:Desks:Sports:Rooms:0 is unknown: remove it; appsettings.example.json lists every key."
    )]
    [InlineData("""{"Digests":{"Hour":"8"}}""", "Setting Digests:Hour is unknown: remove it; appsettings.example.json lists every key.")]
    [InlineData("""{"Discord":{"Mode":"Smoke"}}""", "Setting Discord:Mode is \"Smoke\": use Gateway or Http.")]
    [InlineData(
        """{"Discord":{"Mode":"Http","Token":"s3cret","ApplicationId":"7"}}""",
        "Setting Discord:PublicKey is missing: Discord:Mode Http needs it; copy it from the application's General Information page."
    )]
    [InlineData(
        """{"Discord":{"Mode":"Http"}}""",
        "Setting Discord:PublicKey is missing: Discord:Mode Http needs it; copy it from the application's General Information page."
    )]
    [InlineData(
        """{"Discord":{"PublicKey":"0100000000000000000000000000000000000000000000000000000000000000"}}""",
        "Setting Discord:PublicKey is not an Ed25519 key: copy it from the application's General Information page."
    )]
    [InlineData(
        """{"Discord":{"Token":"Bot s3cret"}}""",
        "Setting Discord:Token contains a space or another character that no token has: copy it again from the application's Bot page, without the word Bot."
    )]
    [InlineData("""{"Discord":{"DirectMessages":"maybe"}}""", "Setting Discord:DirectMessages is \"maybe\": use true or false.")]
    [InlineData(
        """{"Discord":{"QuestionsPerUserAndMinute":0}}""",
        "Setting Discord:QuestionsPerUserAndMinute is \"0\": use a whole number, 1 or more."
    )]
    [InlineData(
        """{"Discord":{"Channels":["general"]}}""",
        "Setting Discord:Channels is \"general\": copy the id in Discord with developer mode on; it has only digits; put it in quotation marks."
    )]
    [InlineData(
        """{"Teams":{"AppId":"7f7b6c0e-53a5-4a59-8d5c-111111111111"}}""",
        "Setting Teams:AppPassword is missing: set the app's secret, or Teams:AppType UserAssignedMsi for a managed identity."
    )]
    [InlineData(
        """{"Teams":{"AppId":"bot"}}""",
        "Setting Teams:AppId is \"bot\": copy the Microsoft App ID, a GUID, from the bot's registration."
    )]
    [InlineData(
        """{"Model":{"EmbeddingName":"nomic-embed-text"}}""",
        "Setting Model:Endpoint is missing: set the address of the model, or remove the other settings of section Model."
    )]
    [InlineData(
        """{"Model":{"Endpoint":"http://127.0.0.1:11434"}}""",
        "Setting Model:Name is missing: set the name of the model that Model:Endpoint serves."
    )]
    [InlineData(
        """{"Model":{"Endpoint":"https://news.openai.azure.com","Name":"gpt"}}""",
        "Setting Model:ApiKey is missing: set the key of the Azure OpenAI resource."
    )]
    [InlineData("""{"Model":{"Provider":"Abacus"}}""", "Setting Model:Provider is \"Abacus\": use OpenAI or AzureOpenAI.")]
    [InlineData(
        """{"Ingest":{"Feeds":[{"Outlet":"X"}]}}""",
        "Setting Ingest:Feeds:0:Url is missing: set the feed's address, such as https://news.example.org/rss.xml."
    )]
    [InlineData(
        """{"Ingest":{"Feeds":[{"Url":"file:///etc/passwd"}]}}""",
        "Setting Ingest:Feeds:0:Url is not a web address: write it like https://news.example.org/rss.xml, without a user name."
    )]
    [InlineData(
        """{"Ingest":{"Feeds":[{"Url":"http://10.0.0.1/rss"}]}}""",
        "Setting Ingest:Feeds:0:Url leads to 10.0.0.1, which is not a public address: name that host in Ingest:PrivateHosts if you mean it."
    )]
    [InlineData(
        """{"Ingest":{"Feeds":[{"Url":"http://localhost/rss"}]}}""",
        "Setting Ingest:Feeds:0:Url leads to localhost, which is not a public address: name that host in Ingest:PrivateHosts if you mean it."
    )]
    [InlineData(
        """{"Ingest":{"Feeds":[{"Url":"http://a.test/rss","EverySeconds":1}]}}""",
        "Setting Ingest:Feeds:0:EverySeconds is \"1\": write a whole number from 15 to 86400."
    )]
    [InlineData(
        """{"Ingest":{"Feeds":[{"Url":"http://a.test/rss"},{"Url":"http://a.test/rss"}]}}""",
        "Setting Ingest:Feeds:1:Url names a feed that is already listed: remove one of the two."
    )]
    [InlineData(
        """{"Ingest":{"Feeds":[{"Url":"http://a.test/rss","Every":20}]}}""",
        "Setting Ingest:Feeds:0:Every is unknown: remove it; appsettings.example.json lists every key."
    )]
    [InlineData("""{"DataDirectory":{"Path":"data"}}""", "Setting DataDirectory has several values: write one value in quotation marks.")]
    public void WrongSetting_StopsTheStart_WithItsKeyAndTheRemedy(string file, string expected)
    {
        folder.Write("appsettings.json", file);

        var problem = Problem();

        Assert.Equal(expected, problem.ToString());
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", null, ModelProvider.OpenAI)]
    [InlineData("http://127.0.0.1:11434/v1", null, ModelProvider.OpenAI)]
    [InlineData("https://news.openai.azure.com", null, ModelProvider.AzureOpenAI)]
    [InlineData("https://news.openai.azure.us/", null, ModelProvider.AzureOpenAI)]
    [InlineData("https://news.openai.azure.com/openai/v1", null, ModelProvider.OpenAI)]
    [InlineData("https://openai.azure.com.example.org", null, ModelProvider.OpenAI)]
    [InlineData("https://gateway.example.org", "azureopenai", ModelProvider.AzureOpenAI)]
    [InlineData("https://news.openai.azure.com", "OpenAI", ModelProvider.OpenAI)]
    public void ModelProvider_IsToldByTheEndpoint_UnlessItIsSet(string endpoint, string? provider, ModelProvider expected)
    {
        var settings = Load(
            environment: new()
            {
                ["NEWSBOT__Model__Endpoint"] = endpoint,
                ["NEWSBOT__Model__Name"] = "m",
                ["NEWSBOT__Model__ApiKey"] = "k",
                ["NEWSBOT__Model__Provider"] = provider ?? "",
            }
        );

        Assert.Equal(expected, settings.Model.Provider);
    }

    [Fact]
    public void WrongSetting_NeverShowsASecret()
    {
        const string secret = "s3cret";
        folder.Write(
            "appsettings.json",
            $$"""
            {
              "Model": { "Endpoint": "http://user:{{secret}}@host", "ApiKey": "{{secret}}" },
              "Discord": { "Tokn": "{{secret}}", "PublicKey": "{{secret}}" },
              "Store": { "ConnectionString": "Password={{secret}}" }
            }
            """
        );
        var reader = new SettingsReader(
            SettingsLoader.Merge(folder.Root, null, new Dictionary<string, string>(), new Dictionary<string, string?>()).Configuration!
        );

        NewsBotSettings.Read(reader, folder.Root);
        reader.FailUnknownKeys();

        Assert.Equal(
            ["Store:ConnectionString", "Discord:PublicKey", "Model:Endpoint", "Discord:Tokn"],
            reader.Problems.Select(problem => problem.Key)
        );
        Assert.All(reader.Problems, problem => Assert.DoesNotContain(secret, problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void ConnectionString_ComesFromTheEnvironment_AndIsNotPrinted()
    {
        var settings = Load(
            environment: new()
            {
                ["NEWSBOT__Store__Provider"] = "Postgres",
                ["NEWSBOT__Store__ConnectionString"] = "Host=db;Database=n;Username=n;Password=hunter2",
            }
        );

        Assert.EndsWith("Password=hunter2", settings.Store.ConnectionString, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", settings.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EnvironmentVariable_WithAWrongValue_IsReportedByItsKey()
    {
        var (_, problem) = SettingsLoader.Load(
            folder.Root,
            null,
            new Dictionary<string, string> { ["NEWSBOT__Store__Provider"] = "x" },
            new Dictionary<string, string?>()
        );

        Assert.Equal("Store:Provider", problem!.Key);
    }

    [Theory]
    [InlineData("{\"Urls\": ", "appsettings.json is not valid JSON")]
    [InlineData("[1]", "appsettings.json is not valid JSON")]
    [InlineData("""{"Urls":"\ud800"}""", "appsettings.json is not valid JSON")]
    [InlineData("""{"Urls":"a","urls":"b"}""", "appsettings.json is not valid JSON")]
    public void File_ThatIsNoJson_IsReportedByName(string content, string expected)
    {
        folder.Write("appsettings.json", content);

        var line = Problem().ToString();

        Assert.StartsWith(expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
    }

    [Fact]
    public void ConfigFile_ThatIsMissing_StopsTheStart()
    {
        var (settings, problem) = SettingsLoader.Load(
            folder.Root,
            "nowhere.json",
            new Dictionary<string, string>(),
            new Dictionary<string, string?>()
        );

        Assert.Null(settings);
        Assert.Equal("nowhere.json does not exist: create it, or name another file.", problem!.ToString());
    }

    [Fact]
    public void Desks_AreReadByName()
    {
        folder.Write("appsettings.json", """{"Digests":{"Desks":{"Sports":{"Channels":["19:a"],"Sections":["sport"]}}}}""");

        var desk = Assert.Single(
            Load(environment: new() { ["NEWSBOT__Digests__Desks__Sports__Outlets"] = "one.example;two.example" }).Digests.Desks.All
        );

        Assert.Equal(
            ("Sports", "19:a", "sport", "one.example two.example"),
            (desk.Name, string.Join(' ', desk.Channels), string.Join(' ', desk.Articles.Sections), string.Join(' ', desk.Articles.Outlets))
        );
    }

    [Fact]
    public void Feeds_AreReadWithTheirDefaults()
    {
        folder.Write(
            "appsettings.json",
            """{"Ingest":{"PrivateHosts":["127.0.0.1"],"Feeds":[{"Url":"https://a.test/rss?key=1"},{"Url":"http://127.0.0.1:8080/x","Outlet":"Wire","EverySeconds":20}]}}"""
        );

        var feeds = Load().Ingest.Feeds;

        Assert.Equal(
            [
                new FeedSettings(new Uri("https://a.test/rss?key=1"), null, TimeSpan.FromMinutes(5)),
                new FeedSettings(new Uri("http://127.0.0.1:8080/x"), "Wire", TimeSpan.FromSeconds(20)),
            ],
            feeds
        );
    }

    [Fact]
    public void WatchedFolders_StartInTheWorkingDirectory_AndNoneLiesInAnother()
    {
        folder.Write("appsettings.json", """{"Ingest":{"Watch":["wire","wired"]}}""");
        var settings = Load();
        folder.Write("appsettings.json", """{"Ingest":{"Watch":["wire","wire/sport"]}}""");

        Assert.Equal([folder["wire"], folder["wired"]], settings.Ingest.Watch);
        Assert.Equal(
            $"Setting Ingest:Watch names {folder["wire/sport"]}, which is inside another of its folders: name only the outer one.",
            Problem().ToString()
        );
    }

    [Fact]
    public void LocalServicePorts_AreReadAsNumbers_AndWrongOnesAreNamed()
    {
        folder.Write("appsettings.json", """{"Teams":{"LocalServicePorts":[56150, 56151]}}""");
        var settings = Load();
        folder.Write("appsettings.json", """{"Teams":{"LocalServicePorts":["56150", "70000"]}}""");

        Assert.Equal([56150, 56151], settings.Teams.LocalServicePorts);
        Assert.Equal(
            "Setting Teams:LocalServicePorts contains \"70000\": list ports, whole numbers from 1 to 65535.",
            Problem().ToString()
        );
    }

    [Fact]
    public void ExampleFile_BindsAndIsValid_AndNamesNoUnknownKey()
    {
        var (settings, problem) = SettingsLoader.Load(
            folder.Root,
            Path.Combine(RepositoryFolder.Root, "appsettings.example.json"),
            new Dictionary<string, string>(),
            new Dictionary<string, string?>()
        );

        Assert.Null(problem);
        var defaults = Load();
        Assert.Equal(defaults.Teams.LocalServicePorts, settings!.Teams.LocalServicePorts);
        Assert.Equal(
            defaults with
            {
                Logging = settings.Logging,
            },
            settings with
            {
                Teams = settings.Teams with { AllowedServiceHosts = [], LocalServicePorts = defaults.Teams.LocalServicePorts },
            },
            new SameDefaults()
        );
    }

    [Fact]
    public void ExampleFile_NamesEveryKeyThatIsRead()
    {
        var example = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "appsettings.example.json"));
        var reader = new SettingsReader(new SettingsLayers().Build());
        NewsBotSettings.Read(reader, folder.Root);

        Assert.NotEmpty(reader.Known);
        Assert.All(reader.Known, key => Assert.Contains($"\"{key.Split(':')[^1]}\":", example, StringComparison.Ordinal));
    }

    private NewsBotSettings Load(
        string? configFile = null,
        Dictionary<string, string>? environment = null,
        Dictionary<string, string?>? commandLine = null
    )
    {
        var (settings, problem) = SettingsLoader.Load(folder.Root, configFile, environment ?? [], commandLine ?? []);
        Assert.Null(problem);
        return settings!;
    }

    [Theory]
    [InlineData(
        "NEWSBOT_PublicUrl",
        "http://x.test",
        "Setting NEWSBOT_PublicUrl is not read: write it with two underscores, as NEWSBOT__PublicUrl."
    )]
    [InlineData(
        "NEWSBOT_Teams_AppId",
        "x",
        "Setting NEWSBOT_Teams_AppId is not read: write it with two underscores, as NEWSBOT__Teams__AppId."
    )]
    [InlineData(
        "NEWSBOT__Model__Name",
        "x",
        "Setting Model:Endpoint is missing: set the address of the model, or remove the other settings of section Model."
    )]
    [InlineData(
        "NEWSBOT__Logging__LogLvl__Default",
        "Debug",
        "Setting Logging:LogLvl is unknown: write Logging:LogLevel, followed by a category, if you mean that."
    )]
    [InlineData(
        "NEWSBOT__Logging__LogLevel__NewsBot",
        "Loud",
        "Setting Logging:LogLevel:NewsBot is \"Loud\": use one of Trace, Debug, Information, Warning, Error, Critical, None."
    )]
    public void Setting_ThatWouldBeIgnored_IsAProblem(string variable, string value, string line) =>
        Assert.Equal(line, ProblemWith(new() { [variable] = value })?.ToString());

    [Theory]
    [InlineData("NEWSBOT_PORT_3978_TCP", "tcp://10.0.0.1:3978")]
    [InlineData("NEWSBOT__Logging__Console__LogLevel__Default", "Warning")]
    public void Variable_ThatIsNotASetting_IsPassedOver(string variable, string value) =>
        Assert.Null(ProblemWith(new() { [variable] = value }));

    private SettingProblem? ProblemWith(Dictionary<string, string> environment) =>
        SettingsLoader.Load(folder.Root, null, environment, new Dictionary<string, string?>()).Problem;

    private SettingProblem Problem()
    {
        var (settings, problem) = SettingsLoader.Load(
            folder.Root,
            null,
            new Dictionary<string, string>(),
            new Dictionary<string, string?>()
        );
        Assert.Null(settings);
        return problem!;
    }

    /// <summary>The example spells the defaults out.</summary>
    private sealed class SameDefaults : IEqualityComparer<NewsBotSettings>
    {
        public bool Equals(NewsBotSettings? x, NewsBotSettings? y) =>
            x!.DataDirectory == y!.DataDirectory
            && x.SeedsDirectory == y.SeedsDirectory
            && x.Urls.SequenceEqual(y.Urls)
            && x.PublicUrl == y.PublicUrl
            && x.Store == y.Store
            && x.Teams.AppType == y.Teams.AppType
            && x.Discord.Mode == y.Discord.Mode
            && x.Discord.ApiBaseUrl == y.Discord.ApiBaseUrl
            && x.Model == y.Model;

        public int GetHashCode(NewsBotSettings obj) => obj.DataDirectory.GetHashCode(StringComparison.Ordinal);
    }
}
