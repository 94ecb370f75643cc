namespace NewsBot.Discord.Wire;

/// <summary>A command as it is registered with Discord.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/application-commands#application-command-object</remarks>
internal sealed record CommandDefinition
{
    /// <summary>1 slash command, 3 command on a message.</summary>
    public required int Type { get; init; }

    /// <summary>At most 32 characters; lower case for slash commands.</summary>
    public required string Name { get; init; }

    /// <summary>At most 100 characters; null for commands on messages.</summary>
    public string? Description { get; init; }

    /// <summary>At most 25, required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Bit field of the permissions that show the command; null: everybody sees it.</summary>
    public long? DefaultMemberPermissions { get; init; }

    /// <summary>0 servers, 1 direct messages with the bot.</summary>
    public required IReadOnlyList<int> Contexts { get; init; }

    /// <summary>0: installed to servers.</summary>
    public IReadOnlyList<int> IntegrationTypes { get; } = [0];
}

/// <summary>An option of a command, or a subcommand.</summary>
internal sealed record CommandOption
{
    /// <summary>1 subcommand, 3 text, 5 yes or no.</summary>
    public required int Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }
}

/// <summary>A choice that completes a field: both at most 100 characters.</summary>
internal sealed record CommandChoice(string Name, string Value);
