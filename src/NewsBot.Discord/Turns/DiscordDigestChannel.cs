using System.Globalization;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Turns;

/// <summary>Posts digests and alerts in channels, each under its key as a nonce. Thread-safe.</summary>
internal sealed class DiscordDigestChannel(IDiscordMessenger messenger, DiscordState state, DiscordPostedChannel posted) : IDigestChannel
{
    public const string ChannelName = "discord";

    public string Name => ChannelName;

    /// <summary>Gets how long Discord recognises a nonce. Discord says "some minutes"; this is less than was observed.</summary>
    public TimeSpan DeduplicatesFor => TimeSpan.FromMinutes(2);

    public async Task<PostResult> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        if (!ulong.TryParse(post.Conversation, NumberStyles.None, CultureInfo.InvariantCulture, out var channel))
            return PostResult.Refused("that is not a Discord channel");
        var (kept, sources) = post switch
        {
            DigestPost digest => (
                Followed(
                    Keep("digest", DigestPages.Render(digest.Digest, digest.IsLate), digest.Digest.Citations, digest.Digest.Sources),
                    digest.Digest
                ),
                digest.Digest.Sources
            ),
            AlertPost alert => (Keep("alert", AlertPages.Render(alert), alert.Citations, alert.Sources), alert.Sources),
            _ => throw new ArgumentException($"Discord has no layout for {post.GetType().Name}.", nameof(post)),
        };
        var hasButtons = kept.Pages.Count > 1 || kept.Stories.Count > 0;
        if (hasButtons)
            await state.KeepReplyAsync(kept, cancellationToken);
        var message = hasButtons ? Buttons.Page(kept, 0) : new OutgoingMessage { Embeds = [kept.Pages[0]] };
        var (sent, failure) = await messenger.PostAsync(
            new Snowflake(channel),
            message with
            {
                Nonce = post.Key,
                EnforceNonce = true,
            },
            cancellationToken
        );
        if (sent is not null)
            await posted.RememberAsync(new Snowflake(channel), sent.Id, sources, cancellationToken);
        return failure is null ? PostResult.Posted(sent?.Id.ToString()) : new PostResult(failure.Fate, null, failure.Message);

        KeptReply Keep(string what, IReadOnlyList<Embed> pages, IReadOnlyList<Citation> citations, IReadOnlyList<string> shown) =>
            new("d" + post.Key, what, pages, KeptQuote.Of(citations), shown);

        static KeptReply Followed(KeptReply reply, Digest digest) => reply with { Stories = DigestPages.Stories(digest, reply.Pages) };
    }

    public Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(null);

    public async Task ReportAsync(string conversation, string text, CancellationToken cancellationToken)
    {
        if (!ulong.TryParse(conversation, NumberStyles.None, CultureInfo.InvariantCulture, out var channel))
            return;
        var nonce = Guid.NewGuid().ToString("N")[..25];
        await messenger.PostAsync(
            new Snowflake(channel),
            Notice.Of(Cut.ToWords(text, 1900)) with
            {
                Nonce = nonce,
                EnforceNonce = true,
            },
            cancellationToken
        );
    }
}
