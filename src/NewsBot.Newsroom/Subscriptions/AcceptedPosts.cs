namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Follows up the posts that channels accepted and deliver on their own. A late failure is recorded and reported to
/// the conversation. Thread-safe.
/// </summary>
internal sealed class AcceptedPosts(
    SubscriptionStore store,
    IReadOnlyDictionary<string, IDigestChannel> channels,
    IPostWriter writer,
    TimeProvider time
)
{
    /// <summary>Returns notes of the posts whose outcome has become known, apart from those that arrived as expected.</summary>
    public async Task<IReadOnlyList<DeliveryNote>> RunAsync(CancellationToken cancellationToken)
    {
        var notes = new List<DeliveryNote>();
        foreach (var post in await store.AcceptedAsync(writer.Kind, cancellationToken).ConfigureAwait(false))
        {
            if (
                !channels.TryGetValue(post.Channel, out var channel)
                || await channel.FollowAsync(post.Receipt, cancellationToken).ConfigureAwait(false) is not { } result
            )
                continue;
            var note = NoteOf(post, result);
            // Of several hosts, only one reports it.
            if (!await store.CloseAsync(post, note, db => writer.Closed(db, note), cancellationToken).ConfigureAwait(false))
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

    private async Task ReportAsync(IDigestChannel channel, string conversation, DeliveryNote note, CancellationToken cancellationToken)
    {
        var name = await writer.NameAsync(note, cancellationToken).ConfigureAwait(false);
        await channel
            .ReportAsync(
                conversation,
                note.Outcome == DeliveryOutcome.Unknown
                    ? $"{name} may not have arrived: {note.Reason}."
                    : $"{name} could not be posted: {note.Reason}.",
                cancellationToken
            )
            .ConfigureAwait(false);
    }
}
