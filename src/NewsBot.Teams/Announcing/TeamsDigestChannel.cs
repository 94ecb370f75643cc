using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Rendering;

namespace NewsBot.Teams.Announcing;

/// <summary>
/// Posts digests to Teams. What is accepted is on disk, and from there delivered like answers are: in order, inside the quotas, sent again at most once when
/// its fate is not known. Thread-safe.
/// </summary>
internal sealed class TeamsDigestChannel(TeamsPosts posts) : IDigestChannel
{
    public const string ChannelName = "teams";

    public string Name => ChannelName;

    /// <summary>The connector has no key for that. What is unknown here is only whether the disk took the post in the instant of a crash.</summary>
    public TimeSpan DeduplicatesFor => TimeSpan.Zero;

    public async Task<PostResult> PostAsync(DigestPost post, CancellationToken cancellationToken)
    {
        try
        {
            return await posts.PostToConversationAsync(post.Conversation, DigestMessage.Render(post.Digest, post.IsLate), cancellationToken)
                ? PostResult.Posted(null)
                : PostResult.Refused("the app is not installed there any more");
        }
        catch (Archive.Store.StoreException failure)
        {
            return PostResult.NotPosted(failure.Message.TrimEnd('.'));
        }
    }

    public Task<bool?> WasPostedAsync(string conversation, string receipt, CancellationToken cancellationToken) => Task.FromResult<bool?>(null);

    public async Task ReportAsync(string conversation, string text, CancellationToken cancellationToken)
    {
        try
        {
            await posts.PostToConversationAsync(conversation, AnswerMessage.Text(SafeText.Markdown(text)), cancellationToken);
        }
        catch (Archive.Store.StoreException)
        {
            // The delivery's own record tells it.
        }
    }
}
