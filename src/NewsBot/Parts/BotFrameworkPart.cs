using NewsBot.Bridges.BotFramework;

namespace NewsBot.Parts;

/// <content>Compiled with <c>-p:Sdks=BotFramework</c>.</content>
internal static partial class Sdk
{
    static partial void AddBotFramework(ref BotFramework? teams) => teams = new BotFramework(
        $"Bot Framework SDK {typeof(Microsoft.Bot.Builder.Integration.AspNet.Core.CloudAdapter).Assembly.GetName().Version?.ToString(3)}",
        services => services.AddBotFrameworkTransport());
}
