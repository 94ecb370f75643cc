namespace NewsBot.Discord.Wire;

/// <summary>Represents a command as registered with Discord.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/application-commands#application-command-object</remarks>
internal sealed record CommandDefinition
{
    /// <summary>Gets the type: 1 slash command, 3 command on a message.</summary>
    public required int Type { get; init; }

    /// <summary>Gets the name, at most 32 characters; lower case for slash commands.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the description, at most 100 characters; null for commands on messages.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the options, at most 25, required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Gets the bit field of the permissions that show the command; null: everyone sees it.</summary>
    public long? DefaultMemberPermissions { get; init; }

    /// <summary>Gets the contexts: 0 servers, 1 direct messages with the bot.</summary>
    public required IReadOnlyList<int> Contexts { get; init; }

    /// <summary>Gets the types of installation; 0: in servers.</summary>
    public IReadOnlyList<int> IntegrationTypes { get; } = [0];
}

/// <summary>Represents an option of a command, or a subcommand.</summary>
internal sealed record CommandOption
{
    /// <summary>Gets the type: 1 subcommand, 3 text, 5 yes or no, 6 a person.</summary>
    public required int Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }
}

/// <summary>Represents a choice in a field with completion: both at most 100 characters.</summary>
internal sealed record CommandChoice(string Name, string Value);
