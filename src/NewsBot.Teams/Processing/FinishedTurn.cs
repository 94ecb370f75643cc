using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Processing;

/// <summary>Represents a message whose outcome is stored.</summary>
/// <param name="Posts">Numbers of the posts to deliver, in order.</param>
/// <param name="Offer">What may follow once they are delivered; null: nothing.</param>
internal sealed record FinishedTurn(IReadOnlyList<long> Posts, FollowUpOffer? Offer = null);

/// <summary>Represents the chance to offer questions that lead on from an answer.</summary>
/// <param name="Context">The message that asked.</param>
/// <param name="Answer">The answer.</param>
internal sealed record FollowUpOffer(TurnContext Context, Answer Answer);
