namespace NewsBot.Discord.Wire;

/// <summary>A message of ours. Nobody is ever pinged by it.</summary>
internal sealed record OutgoingMessage
{
    /// <summary>Flag of a message that only one person sees.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, with 6,000 characters in all.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>At most 5 rows. An empty list takes the buttons of an edited message away.</summary>
    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary>Always empty: words from articles must not ping.</summary>
    public AllowedMentions AllowedMentions { get; } = AllowedMentions.None;

    /// <summary>Bit field; only when a message is made, not when it is edited.</summary>
    public int? Flags { get; init; }

    /// <summary>At most 25 characters; the same one again posts nothing. Only for messages in channels.</summary>
    public string? Nonce { get; init; }

    /// <summary>True with a nonce.</summary>
    public bool? EnforceNonce { get; init; }

    /// <summary>The message that this one answers. Only for messages in channels.</summary>
    public OutgoingReference? MessageReference { get; init; }
}

/// <summary>Who may be pinged.</summary>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    /// <summary>Nobody.</summary>
    public static AllowedMentions None { get; } = new([]);
}

/// <summary>Names the message that is answered; a deleted one does not stop the answer.</summary>
internal sealed record OutgoingReference(Snowflake MessageId)
{
    public bool FailIfNotExists { get; }
}

/// <summary>A framed part of a message.</summary>
internal sealed record Embed
{
    /// <summary>At most 256 characters.</summary>
    public string? Title { get; init; }

    /// <summary>At most 4,096 characters, in Discord's markdown.</summary>
    public string? Description { get; init; }

    /// <summary>24-bit RGB.</summary>
    public int? Color { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }

    public EmbedFooter? Footer { get; init; }
}

/// <summary>A titled part of an embed: name at most 256 characters, value 1 to 1,024.</summary>
internal sealed record EmbedField(string Name, string Value)
{
    /// <summary>True: beside its neighbours, up to three in a row.</summary>
    public bool? Inline { get; init; }
}

/// <summary>The last line of an embed: at most 2,048 characters, no markdown.</summary>
internal sealed record EmbedFooter(string Text);

/// <summary>A row of at most 5 buttons.</summary>
internal sealed record ActionRow(IReadOnlyList<Button> Components)
{
    public int Type { get; } = 1;
}

/// <summary>A button: label at most 80 characters, custom id at most 100.</summary>
internal sealed record Button
{
    public int Type { get; } = 2;

    /// <summary>1 primary, 2 secondary, 3 success, 4 danger.</summary>
    public required int Style { get; init; }

    public required string Label { get; init; }

    public required string CustomId { get; init; }
}
