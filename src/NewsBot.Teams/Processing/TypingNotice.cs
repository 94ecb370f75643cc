using Microsoft.Extensions.Logging;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Turns;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Processing;

/// <summary>Shows that the bot is typing while it works, as long as the quota has ample room. Thread-safe.</summary>
internal sealed class TypingNotice(Notices notices, TimeProvider time, ILogger<TypingNotice> log)
{
    /// <summary>Specifies how often the notice is repeated: clients remove it after some seconds.</summary>
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(4);

    /// <summary>Specifies how long an answer waits for a notice that hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Starts to show it; disposing stops it, and waits for a notice in progress so that it does not overtake the answer.
    /// </summary>
    public IAsyncDisposable Begin(TurnContext context, CancellationToken stopping) => new Running(this, context, stopping);

    private async Task ShowAsync(TurnContext context, CancellationToken over, CancellationToken stopping)
    {
        try
        {
            while (!over.IsCancellationRequested && await notices.HaveRoomAsync(context, stopping))
            {
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
                patience.CancelAfter(Patience);
                var result = await notices.SendAsync(context, new Activity { Type = ActivityTypes.Typing }, patience.Token);
                if (result.Fate != DeliveryFate.Delivered)
                {
                    log.NoticeNotSent(result.Reason);
                    return;
                }

                await Task.Delay(Renewal, time, over);
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is ready, the host stops, or the notice took too long: nothing is lost.
        }
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _over = new();
        private readonly Task _showing;

        public Running(TypingNotice notice, TurnContext context, CancellationToken stopping) =>
            _showing = notice.ShowAsync(context, _over.Token, stopping);

        public async ValueTask DisposeAsync()
        {
            await _over.CancelAsync();
            await _showing;
            _over.Dispose();
        }
    }
}
