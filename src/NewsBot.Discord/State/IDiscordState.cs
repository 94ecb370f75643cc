namespace NewsBot.Discord.State;

/// <summary>What the adapter has to remember across restarts. Thread-safe; a task that completed is written.</summary>
internal interface IDiscordState
{
    /// <summary>Keeps a reply; the same trace again replaces it.</summary>
    Task KeepReplyAsync(KeptReply reply, CancellationToken cancellationToken);

    /// <summary>The reply, or null when it was never kept or is forgotten.</summary>
    Task<KeptReply?> FindReplyAsync(string trace, CancellationToken cancellationToken);

    /// <summary>Stores feedback; a person's later verdict on the same answer replaces the earlier one.</summary>
    Task SaveFeedbackAsync(Feedback feedback, CancellationToken cancellationToken);

    /// <summary>All feedback, oldest first.</summary>
    Task<IReadOnlyList<Feedback>> FeedbackAsync(CancellationToken cancellationToken);

    /// <summary>Switches the bot on in a channel.</summary>
    Task AllowChannelAsync(ulong guild, ulong channel, ulong by, CancellationToken cancellationToken);

    /// <summary>Switches the bot off in a channel. False: it was not on.</summary>
    Task<bool> ForbidChannelAsync(ulong channel, CancellationToken cancellationToken);

    /// <summary>Channels where the bot was switched on, with their servers.</summary>
    Task<IReadOnlyDictionary<ulong, ulong>> AllowedChannelsAsync(CancellationToken cancellationToken);

    /// <summary>Fingerprint of the commands that were registered last; null: none.</summary>
    Task<string?> RegisteredCommandsAsync(string scope, CancellationToken cancellationToken);

    /// <summary>Notes which commands are registered.</summary>
    Task SetRegisteredCommandsAsync(string scope, string fingerprint, CancellationToken cancellationToken);

    /// <summary>Notes that a message belongs to a conversation, so that replies to it go on with it.</summary>
    Task LinkConversationAsync(ulong message, string conversation, CancellationToken cancellationToken);

    /// <summary>The conversation of a message, or null.</summary>
    Task<string?> FindConversationAsync(ulong message, CancellationToken cancellationToken);

    /// <summary>Forgets replies and conversations that are older than <paramref name="age"/>; feedback stays.</summary>
    Task ForgetAsync(TimeSpan age, CancellationToken cancellationToken);
}
