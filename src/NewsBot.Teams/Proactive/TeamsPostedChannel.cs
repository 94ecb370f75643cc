using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Proactive;

/// <summary>
/// Takes posts back: the notice is delivered like every post, in order, within the quotas, and after restarts too. Thread-safe.
/// </summary>
internal sealed class TeamsPostedChannel(TeamsPosts posts) : IPostedChannel
{
    public string Name => DailyCommands.ChannelName;

    public async Task<bool> TakeBackAsync(CitedPost post, string notice, CancellationToken cancellationToken)
    {
        try
        {
            string[] address = [.. (post.Message ?? "").Split('\n')];
            await posts.ReplaceAsync(
                post.Conversation,
                address.Length > 1 ? address[0] : post.Conversation,
                address[^1],
                PostRows.WithdrawalKey + post.Reference,
                AnswerMessage.Plain(notice),
                cancellationToken
            );
            return true;
        }
        catch (Archive.Store.StoreException)
        {
            return false;
        }
    }
}
