namespace NewsBot.Discord.Wire;

/// <summary>Represents a message of ours. It never pings anyone.</summary>
internal sealed record OutgoingMessage
{
    /// <summary>Specifies the flag of a message that only one person sees.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>Gets the text, at most 2,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>Gets the embeds, at most 10, with 6,000 characters in all.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>Gets the rows of buttons, at most 5. An empty list removes the buttons of an edited message.</summary>
    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary>Gets the allowed mentions, always none: words from articles must not ping.</summary>
    public AllowedMentions AllowedMentions { get; } = AllowedMentions.None;

    /// <summary>Gets the bit field of flags; only for a new message, not for an edit.</summary>
    public int? Flags { get; init; }

    /// <summary>Gets the nonce, at most 25 characters; a repeated one posts nothing. Only for messages in channels.</summary>
    public string? Nonce { get; init; }

    /// <summary>Gets a value indicating whether the nonce is enforced: true with a nonce.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>Gets the message that this one replies to. Only for messages in channels.</summary>
    public OutgoingReference? MessageReference { get; init; }
}

/// <summary>Represents who may be pinged.</summary>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    /// <summary>Gets the value for no one.</summary>
    public static AllowedMentions None { get; } = new([]);
}

/// <summary>Represents the message replied to; a deleted one does not prevent the reply.</summary>
internal sealed record OutgoingReference(Snowflake MessageId)
{
    public bool FailIfNotExists { get; }
}

/// <summary>Represents a framed part of a message.</summary>
internal sealed record Embed
{
    /// <summary>Gets the title, at most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the text, at most 4,096 characters, in Discord's markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the colour, 24-bit RGB.</summary>
    public int? Color { get; init; }

    /// <summary>Gets the sections, at most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }

    public EmbedFooter? Footer { get; init; }
}

/// <summary>Represents a titled part of an embed: name at most 256 characters, value 1 to 1,024.</summary>
internal sealed record EmbedField(string Name, string Value)
{
    /// <summary>Gets a value indicating whether it is next to its neighbours, up to three in a row.</summary>
    public bool? Inline { get; init; }
}

/// <summary>Represents the last line of an embed: at most 2,048 characters, no markdown.</summary>
internal sealed record EmbedFooter(string Text);

/// <summary>Represents a row of at most 5 buttons.</summary>
internal sealed record ActionRow(IReadOnlyList<Button> Components)
{
    public int Type { get; } = 1;
}

/// <summary>Represents a button: label at most 80 characters, custom id at most 100.</summary>
internal sealed record Button
{
    public int Type { get; } = 2;

    /// <summary>Gets the style: 1 primary, 2 secondary, 3 success, 4 danger.</summary>
    public required int Style { get; init; }

    public required string Label { get; init; }

    public required string CustomId { get; init; }
}
