using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.Turns;

/// <summary>Takes every message and says what was done, in order.</summary>
internal sealed class ScriptedMessenger : IDiscordMessenger, IAcknowledgement
{
    private readonly System.Threading.Channels.Channel<string> done = System.Threading.Channels.Channel.CreateUnbounded<string>();

    /// <summary>How edits of messages in channels fail; null: they do not.</summary>
    public DeliveryFailure? EditFailure { get; set; }

    /// <summary>How edits of first answers fail; null: they do not.</summary>
    public DeliveryFailure? OriginalFailure { get; set; }

    /// <summary>What the next edit of a first answer throws; null: nothing.</summary>
    public Exception? Thrown { get; set; }

    /// <summary>Whether something was sent that <see cref="NextAsync"/> has not returned.</summary>
    public bool HasMore => done.Reader.TryPeek(out _);

    /// <summary>The tokens by which messages were edited, with the texts.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<(string Token, string? Content)> EditedByToken { get; } = [];

    /// <summary>What is done next.</summary>
    public Task<string> NextAsync() => done.Reader.ReadAsync().AsTask().InTimeAsync(what: "something to be sent");

    public Task<DeliveryFailure?> SendAsync(InteractionCallback callback, CancellationToken cancellationToken)
    {
        done.Writer.TryWrite($"acknowledge {callback.Type}");
        return Task.FromResult<DeliveryFailure?>(null);
    }

    public Task<DeliveryFailure?> RegisterCommandsAsync(
        Snowflake application,
        ulong? guild,
        IReadOnlyList<CommandDefinition> commands,
        CancellationToken cancellationToken
    )
    {
        done.Writer.TryWrite($"register {guild}");
        return Task.FromResult<DeliveryFailure?>(null);
    }

    public Task<(MessageJson? Message, DeliveryFailure? Failure)> EditOriginalAsync(
        Snowflake application,
        string token,
        OutgoingMessage message,
        CancellationToken cancellationToken
    )
    {
        if (Thrown is { } thrown)
        {
            Thrown = null;
            throw thrown;
        }

        if (OriginalFailure is not null)
        {
            done.Writer.TryWrite("edit");
            return Task.FromResult<(MessageJson?, DeliveryFailure?)>((null, OriginalFailure));
        }

        EditedByToken.Enqueue((token, message.Content));
        return Sent("edit");
    }

    public Task<(MessageJson? Message, DeliveryFailure? Failure)> PostAsync(
        Snowflake channel,
        OutgoingMessage message,
        CancellationToken cancellationToken
    ) => Sent($"post {channel} {message.Nonce}", channel);

    public Task<(MessageJson? Message, DeliveryFailure? Failure)> EditAsync(
        Snowflake channel,
        Snowflake message,
        OutgoingMessage edited,
        CancellationToken cancellationToken
    )
    {
        var sent = Sent($"edit {channel} {message}: {edited.Content}");
        return EditFailure is { } failure ? Task.FromResult<(MessageJson?, DeliveryFailure?)>((null, failure)) : sent;
    }

    public Task<(ChannelJson? Channel, DeliveryFailure? Failure)> OpenDirectChannelAsync(
        Snowflake user,
        CancellationToken cancellationToken
    ) => Task.FromResult<(ChannelJson?, DeliveryFailure?)>((new ChannelJson { Id = new Snowflake(55) }, null));

    public Task<(ChannelJson? Channel, DeliveryFailure? Failure)> FindChannelAsync(
        Snowflake channel,
        CancellationToken cancellationToken
    ) => Task.FromResult<(ChannelJson?, DeliveryFailure?)>((new ChannelJson { Id = channel }, null));

    private Task<(MessageJson? Message, DeliveryFailure? Failure)> Sent(string what, Snowflake channel = default)
    {
        done.Writer.TryWrite(what);
        return Task.FromResult<(MessageJson?, DeliveryFailure?)>((new MessageJson { Id = new Snowflake(99), ChannelId = channel }, null));
    }
}
