using NewsBot.Newsroom.Answers;
using NewsBot.Teams.Turns;

namespace NewsBot.Teams.Processing;

/// <summary>Represents a message whose outcome is stored.</summary>
/// <param name="Posts">Numbers of the posts to deliver, in order.</param>
/// <param name="Offer">Possible follow-ups once they are delivered; null: none.</param>
internal sealed record FinishedTurn(IReadOnlyList<long> Posts, FollowUpOffer? Offer = null);

/// <summary>Represents the opportunity to offer follow-up questions.</summary>
/// <param name="Context">The message with the question.</param>
/// <param name="Answer">The answer.</param>
internal sealed record FollowUpOffer(TurnContext Context, Answer Answer);
