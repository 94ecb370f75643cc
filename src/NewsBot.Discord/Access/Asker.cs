using System.Globalization;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Discord.Access;

/// <summary>Represents who asks, and where.</summary>
internal sealed record Asker
{
    private const long Administrator = 1 << 3;
    private const long ManageServer = 1 << 5;

    public required Snowflake User { get; init; }

    /// <summary>Gets the server; null for a direct message.</summary>
    public Snowflake? Guild { get; init; }

    public required Snowflake Channel { get; init; }

    /// <summary>Gets the parent channel of a thread; null for other channels.</summary>
    public Snowflake? Parent { get; init; }

    /// <summary>Gets who reads, and where.</summary>
    public ReaderPlace Place => new(Channel.ToString(), Parent?.ToString(), User.ToString(), IsPersonal: Guild is null);

    /// <summary>Gets a value indicating whether the person may switch the bot on and off.</summary>
    public bool MayManage { get; init; }

    /// <summary>Reads who used a command or a button; null when Discord did not say.</summary>
    public static Asker? Of(InteractionJson interaction)
    {
        var user = interaction.Member?.User ?? interaction.User;
        var channel = interaction.ChannelId ?? interaction.Channel?.Id;
        if (user is null || channel is null)
            return null;
        return new Asker
        {
            User = user.Id,
            Guild = interaction.GuildId,
            Channel = channel.Value,
            Parent = IsThread(interaction.Channel?.Type) ? interaction.Channel?.ParentId : null,
            MayManage =
                long.TryParse(interaction.Member?.Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var permissions)
                && (permissions & (Administrator | ManageServer)) != 0,
        };
    }

    /// <summary>Determines whether a channel is an announcement, public or private thread.</summary>
    public static bool IsThread(int? channelType) => channelType is 10 or 11 or 12;
}
