using NewsBot.Newsroom.Alerts;
using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Settings;

public sealed class AlertSettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Limits_AreRead_AndHaveDefaults()
    {
        var usual = Load("{}");
        var set = Load("""{"Alerts":{"MinutesBetweenUpdates":5,"MostPerConversation":3,"MostInAll":7}}""");

        Assert.Equal(new AlertOptions(), usual.Settings!.Alerts);
        Assert.Equal(
            new AlertOptions
            {
                BetweenUpdates = TimeSpan.FromMinutes(5),
                MostPerConversation = 3,
                MostInAll = 7,
            },
            set.Settings!.Alerts
        );
    }

    [Theory]
    [InlineData("MinutesBetweenUpdates", "often", "write a whole number from 0 to 1440.")]
    [InlineData("MostPerConversation", "0", "write a whole number from 1 to 1000.")]
    public void Limit_ThatIsWrong_IsNamedWithTheRemedy(string key, string value, string remedy) =>
        Assert.Equal(
            $"Setting Alerts:{key} is \"{value}\": {remedy}",
            Load($$$"""{"Alerts":{"{{{key}}}":"{{{value}}}"}}""").Problem?.ToString()
        );

    private (NewsBotSettings? Settings, SettingProblem? Problem) Load(string json)
    {
        folder.Write("appsettings.json", json);
        return SettingsLoader.Load(folder.Root, null, new Dictionary<string, string>(), new Dictionary<string, string?>());
    }
}
