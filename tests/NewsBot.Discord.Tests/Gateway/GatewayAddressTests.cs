using NewsBot.Discord.Gateway;

namespace NewsBot.Discord.Tests.Gateway;

public sealed class GatewayAddressTests
{
    [Theory]
    [InlineData("wss://gateway.discord.gg", false, true)]
    [InlineData("ws://gateway.discord.gg", false, false)]
    [InlineData("ws://127.0.0.1:5000/ws", true, true)]
    [InlineData("http://127.0.0.1:5000", true, false)]
    [InlineData("gateway", true, false)]
    [InlineData(null, true, false)]
    public void Address_InTheClear_IsSafeOnlyWhereTheOperatorNamedTheServer(string? url, bool isRedirected, bool expected) =>
        Assert.Equal(expected, GatewayAddress.IsSafe(url, isRedirected));

    [Theory]
    [InlineData("wss://us-east1.discord.gg", "wss://gateway.discord.gg", false, "wss://us-east1.discord.gg/")]
    [InlineData("ws://us-east1.discord.gg", "wss://gateway.discord.gg", false, "wss://gateway.discord.gg/")]
    [InlineData("ws://localhost:6000/resume", "ws://127.0.0.1:5000/ws", true, "ws://localhost:6000/resume")]
    [InlineData("wss://gateway.discord.gg", "ws://127.0.0.1:5000/ws", true, "ws://127.0.0.1:5000/ws")]
    [InlineData(null, "ws://127.0.0.1:5000/ws", true, "ws://127.0.0.1:5000/ws")]
    public void Session_IsTakenUpWhereTheTokenIsNoLessSafe(string? url, string main, bool isRedirected, string expected) =>
        Assert.Equal(expected, GatewayAddress.OfSession(url, new Uri(main), isRedirected).AbsoluteUri);

    [Theory]
    [InlineData("wss://gateway.discord.gg", true, "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream")]
    [InlineData("ws://127.0.0.1:5000/ws?run=7&v=9", false, "ws://127.0.0.1:5000/ws?run=7&v=10&encoding=json")]
    public void Query_OfTheServersOwn_Stays(string address, bool compress, string expected) =>
        Assert.Equal(expected, GatewayAddress.WithQuery(new Uri(address), compress).AbsoluteUri);
}
