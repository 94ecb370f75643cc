using NewsBot.Newsroom.Digests;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Follows up the digests that channels accepted and deliver on their own. A late failure is recorded and reported to
/// the conversation. Thread-safe.
/// </summary>
internal sealed class DigestFollowUp(SubscriptionStore store, IReadOnlyDictionary<string, IDigestChannel> channels, TimeProvider time)
{
    /// <summary>Returns notes of the digests whose outcome has become known, apart from those that arrived as expected.</summary>
    public async Task<IReadOnlyList<DeliveryNote>> RunAsync(CancellationToken cancellationToken)
    {
        var notes = new List<DeliveryNote>();
        foreach (var post in await store.AcceptedAsync(cancellationToken).ConfigureAwait(false))
        {
            if (
                !channels.TryGetValue(post.Channel, out var channel)
                || await channel.FollowAsync(post.Receipt, cancellationToken).ConfigureAwait(false) is not { } result
            )
                continue;
            var note = NoteOf(post, result);
            // Of several hosts, only one reports it.
            if (!await store.CloseAsync(post, note, cancellationToken).ConfigureAwait(false))
                continue;
            if (note != post.Note)
                notes.Add(note);
            if (note.Outcome is DeliveryOutcome.Failed or DeliveryOutcome.Unknown)
                await ReportAsync(channel, post.Conversation, note, cancellationToken).ConfigureAwait(false);
        }

        return notes;
    }

    private DeliveryNote NoteOf(AcceptedPost post, PostResult result) =>
        result.Fate switch
        {
            DeliveryFate.Delivered when result.IsRepost => post.Note with { IsRepost = true, Reason = DeliveryNote.PostedAgain },
            DeliveryFate.Delivered or DeliveryFate.Accepted => post.Note,
            DeliveryFate.Unknown => post.Note with
            {
                Outcome = DeliveryOutcome.Unknown,
                IsRepost = result.IsRepost,
                At = time.GetUtcNow(),
                Reason = result.Reason,
            },
            _ => post.Note with
            {
                Outcome = DeliveryOutcome.Failed,
                IsRepost = result.IsRepost,
                At = time.GetUtcNow(),
                Reason = result.Reason,
            },
        };

    private static Task ReportAsync(IDigestChannel channel, string conversation, DeliveryNote note, CancellationToken cancellationToken) =>
        channel.ReportAsync(
            conversation,
            note.Outcome == DeliveryOutcome.Unknown
                ? $"The digest of {DigestText.DayOf(note.Day)} may not have arrived: {note.Reason}."
                : $"The digest of {DigestText.DayOf(note.Day)} could not be posted: {note.Reason}.",
            cancellationToken
        );
}
