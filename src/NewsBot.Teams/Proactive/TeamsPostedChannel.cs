using NewsBot.Newsroom.Withdrawals;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Proactive;

/// <summary>Takes posts back: the notice goes out like every post does, in order, inside the quotas, and after restarts too. Thread-safe.</summary>
internal sealed class TeamsPostedChannel(TeamsPosts posts) : IPostedChannel
{
    public string Name => DailyCommands.ChannelName;

    public async Task<bool> TakeBackAsync(CitedPost post, string notice, CancellationToken cancellationToken)
    {
        try
        {
            await posts.ReplaceAsync(post.Conversation, post.Message ?? "", $"withdrawn-{post.Reference}", AnswerMessage.Plain(notice), cancellationToken);
            return true;
        }
        catch (Archive.Store.StoreException)
        {
            return false;
        }
    }
}
