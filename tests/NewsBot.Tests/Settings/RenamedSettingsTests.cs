using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Settings;

/// <summary>Settings that got another name keep their earlier one.</summary>
public sealed class RenamedSettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Account")]
    [InlineData("Desk")]
    public void Budget_IsReadByEitherName(string account)
    {
        var (settings, problem) = Load($$$"""{"Model":{"TokensPer{{{account}}}AndDay":7,"WaitMinutesPer{{{account}}}AndDay":8}}""");

        Assert.Null(problem);
        Assert.Equal((7, TimeSpan.FromMinutes(8)), (settings!.Model.TokensPerAccountAndDay, settings.Model.WaitPerAccountAndDay));
    }

    [Fact]
    public void BothNames_AreAnError()
    {
        var (_, problem) = Load("""{"Model":{"TokensPerDeskAndDay":1,"TokensPerAccountAndDay":2}}""");

        Assert.Equal(
            "Setting Model:TokensPerDeskAndDay is set beside Model:TokensPerAccountAndDay: remove it; it is that setting's earlier name.",
            problem?.ToString()
        );
    }

    private (NewsBotSettings? Settings, SettingProblem? Problem) Load(string json)
    {
        folder.Write("appsettings.json", json);
        return SettingsLoader.Load(folder.Root, null, new Dictionary<string, string>(), new Dictionary<string, string?>());
    }
}
