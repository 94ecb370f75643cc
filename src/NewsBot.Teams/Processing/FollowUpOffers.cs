using Microsoft.Extensions.Logging;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Processing;

/// <summary>
/// Offers follow-up questions after an answer: the answer does not wait for them, and a failure here does no harm. Thread-safe.
/// </summary>
internal sealed class FollowUpOffers(INewsroom newsroom, ITeamsStore store, TimeProvider time, ILogger<FollowUpOffers> log) : IDisposable
{
    /// <summary>Specifies after how long the reader has moved on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Stores the questions as a post that is taken back with the articles that the answer shows.</summary>
    /// <param name="offer">The answer.</param>
    /// <param name="cancellationToken">Gives up: the reader has continued writing, or the host stops.</param>
    /// <returns>The post's number; null if there is nothing to offer, if it took too long, or if it failed.</returns>
    public async Task<long?> AddAsync(FollowUpOffer offer, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var questions = await FindAsync(offer, over.Token);
            if (questions.Count == 0)
                return null;
            var message = new ShownMessage(FollowUpMessage.Of(questions), offer.Answer.Sources);
            return await store.AddPostAsync(offer.Context.Reply(message), over.Token) is { IsOurs: true, Post: var post } ? post : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
#pragma warning disable CA1031 // The edge of a background task: the answer has been delivered.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.FollowUpsFailed(e);
            return null;
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Returns the questions; runs one call at a time, on a separate thread, because it keeps the processor busy.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(FollowUpOffer offer, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task
                .Factory.StartNew(
                    () =>
                        newsroom.SuggestQuestionsAsync(
                            offer.Answer,
                            ReaderRights.Of(newsroom.Desks.Of(offer.Context.Reader)),
                            cancellationToken
                        ),
                    cancellationToken,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
                .Unwrap();
        }
        finally
        {
            _turn.Release();
        }
    }
}
