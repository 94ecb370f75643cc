using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Commands;

/// <summary>Registers the commands when they have changed.</summary>
internal sealed class CommandRegistration(DiscordOptions options, IDiscordMessenger messenger, DiscordState state, ILogger log)
{
    /// <summary>Registers them if necessary. A failure is logged; the next start tries again.</summary>
    public async Task RunAsync(Snowflake application, CancellationToken cancellationToken)
    {
        // The key includes the address: the commands on a stand-in server say nothing about Discord.
        var scope = $"{options.ApiBaseUrl.Authority}/{application}/{options.GuildId}";
        if (await state.RegisteredCommandsAsync(scope, cancellationToken) == CommandSet.Fingerprint)
            return;
        if (await messenger.RegisterCommandsAsync(application, options.GuildId, CommandSet.All, cancellationToken) is not null)
            return;
        await state.SetRegisteredCommandsAsync(scope, CommandSet.Fingerprint, cancellationToken);
        Log.CommandsRegistered(log, options.GuildId is { } guild ? $"server {guild}" : "everywhere");
    }
}
