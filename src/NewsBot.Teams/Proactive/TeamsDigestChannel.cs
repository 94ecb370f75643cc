using System.Globalization;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Proactive;

/// <summary>
/// Posts digests and alerts to Teams. What is accepted is stored and delivered like an answer: in order, within the quotas. A post whose
/// fate is unknown is looked up if the connector named it, otherwise sent again at most once. Thread-safe.
/// </summary>
internal sealed class TeamsDigestChannel(TeamsPosts posts) : IDigestChannel
{
    public string Name => DailyCommands.ChannelName;

    /// <summary>
    /// Gets how long a repeated key prevents a second post. The connector has no key, but the store does: a post is in it once. It is kept
    /// for days, and no digest is attempted for longer than hours.
    /// </summary>
    public TimeSpan DeduplicatesFor => TimeSpan.MaxValue;

    public async Task<PostResult> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        var (prefix, message, sources) = post switch
        {
            DigestPost digest => ("digest-", DigestMessage.Render(digest.Digest, digest.IsLate), digest.Digest.Sources),
            AlertPost alert => ("alert-", AlertMessage.Render(alert), alert.Sources),
            _ => throw new ArgumentException($"Teams has no layout for {post.GetType().Name}.", nameof(post)),
        };
        try
        {
            return await posts.PostAsync(post.Conversation, prefix + post.Key, message, cancellationToken, sources) is { } accepted
                ? PostResult.Accepted(accepted.ToString(CultureInfo.InvariantCulture))
                : PostResult.Refused("the app is no longer installed there");
        }
        catch (Archive.Store.StoreException failure)
        {
            return PostResult.NotPosted(failure.Message.TrimEnd('.'));
        }
    }

    public Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(null);

    public async Task<PostResult?> FollowAsync(string receipt, CancellationToken cancellationToken)
    {
        if (
            !long.TryParse(receipt, NumberStyles.None, CultureInfo.InvariantCulture, out var post)
            || await posts.FindStateAsync(post, cancellationToken) is not { } state
        )
            return PostResult.Unknown("its record no longer exists");
        if (!state.IsOver)
            return null;
        if (state.DeadReason is not { } reason)
            return PostResult.Posted(null) with { IsRepost = state.Uncertain > 0 };
        var told = reason.TrimEnd('.');
        return state.Uncertain > 0 ? PostResult.Unknown(told) with { IsRepost = state.Uncertain > 1 } : PostResult.Refused(told);
    }

    public async Task ReportAsync(string conversation, string text, CancellationToken cancellationToken)
    {
        try
        {
            await posts.PostAsync(conversation, null, AnswerMessage.Text(SafeText.Markdown(text)), cancellationToken);
        }
        catch (Archive.Store.StoreException)
        {
            // The delivery keeps its own record of it.
        }
    }
}
