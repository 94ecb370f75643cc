using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Tests.Chat;

public sealed class DiscordChatTests
{
    [Fact]
    public async Task Discord_AtAnotherAddress_NeedsSettingsOnly()
    {
        await using var discord = await ScriptedDiscord.StartAsync();
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string>
        {
            ["NEWSBOT__Discord__Token"] = ScriptedDiscord.Token,
            ["NEWSBOT__Discord__ApiBaseUrl"] = discord.ApiBaseUrl.AbsoluteUri,
            ["NEWSBOT__Discord__Channels"] = ScriptedDiscord.ChannelId,
        };
        var settings = SettingsLoader.Load(folder.Root, null, environment, new Dictionary<string, string?>()).Settings! with
        {
            SeedsDirectory = RepositoryFolder.Seeds,
        };
        await using var archive = await OpenArchive.OpenAsync(settings, TextWriter.Null, TestContext.Current.CancellationToken);
        await using var host = TestHost.InMemory(settings, archive);
        await host.StartAsync(TestContext.Current.CancellationToken);
        var gateway = await discord.ConnectionAsync();
        await gateway.ReceiveAsync();

        await discord.SendAsync(gateway, ScriptedInteraction.Command("ask", ("question", "where was Putin?")));
        var edit = await discord.RequestAsync(request => request.IsEdit);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Contains("[1]", edit.Body!.Value.GetProperty("embeds")[0].GetProperty("description").GetString(), StringComparison.Ordinal);
        discord.AssertNoViolations();
    }
}
