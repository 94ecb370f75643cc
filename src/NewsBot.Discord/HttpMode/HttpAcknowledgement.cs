using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.HttpMode;

/// <summary>Interactions that came by HTTP are answered in the response to the call.</summary>
internal sealed class HttpAcknowledgement : IAcknowledgement
{
    private readonly TaskCompletionSource<InteractionCallback> callback = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the response has to hold.</summary>
    public Task<InteractionCallback> Callback => callback.Task;

    /// <summary>Says whether the response left.</summary>
    public void Complete(bool hasLeft) => sent.TrySetResult(hasLeft);

    /// <inheritdoc />
    /// <remarks>Comes back once the response left: what follows would be refused before that.</remarks>
    public async Task<DeliveryFailure?> SendAsync(InteractionCallback callback, CancellationToken cancellationToken)
    {
        this.callback.TrySetResult(callback);
        return await sent.Task.WaitAsync(cancellationToken)
            ? null
            : new DeliveryFailure(
                DeliveryFailureKind.Unreachable,
                0,
                DeliveryFailure.UnknownInteraction,
                "the call was cut before it was answered"
            );
    }
}
