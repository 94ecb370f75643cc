using Discord;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Messages;

/// <summary>Converts commands to the library's types.</summary>
internal static class LibraryCommands
{
    private const int OnMessages = 3;

    /// <summary>Returns all commands.</summary>
    public static ApplicationCommandProperties[] Of(IEnumerable<CommandDefinition> commands) => [.. commands.Select(ToLibrary)];

    private static ApplicationCommandProperties ToLibrary(CommandDefinition command)
    {
        InteractionContextType[] contexts = [.. command.Contexts.Select(context => (InteractionContextType)context)];
        ApplicationIntegrationType[] types = [.. command.IntegrationTypes.Select(type => (ApplicationIntegrationType)type)];
        if (command.Type == OnMessages)
            return new MessageCommandBuilder().WithName(command.Name).WithContextTypes(contexts).WithIntegrationTypes(types).Build();
        var builder = new SlashCommandBuilder { Name = command.Name, Description = command.Description };
        builder.WithContextTypes(contexts).WithIntegrationTypes(types);
        if (command.DefaultMemberPermissions is { } permissions)
            builder.WithDefaultMemberPermissions((GuildPermission)permissions);
        foreach (var option in command.Options ?? [])
            builder.AddOption(ToLibrary(option));
        return builder.Build();
    }

    private static SlashCommandOptionBuilder ToLibrary(CommandOption option)
    {
        var builder = new SlashCommandOptionBuilder
        {
            Name = option.Name,
            Description = option.Description,
            Type = (ApplicationCommandOptionType)option.Type,
            IsRequired = option.Required,
            IsAutocomplete = option.Autocomplete == true,
            MaxLength = option.MaxLength,
        };
        foreach (var inner in option.Options ?? [])
            builder.AddOption(ToLibrary(inner));
        return builder;
    }
}
