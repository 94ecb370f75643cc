using Microsoft.Extensions.DependencyInjection;
using NewsBot.Bridges.BotFramework;

namespace NewsBot.Teams.Tests.Support;

/// <summary>The transport under test: the Bot Framework SDK.</summary>
internal static class Transport
{
    public static void AddTo(IServiceCollection services) => services.AddBotFrameworkTransport();
}
