using NewsBot.Discord.State;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.Turns;

/// <summary>Represents an answer to which follow-up questions may refer.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Kept">The stored reply.</param>
internal sealed record AnsweredQuestion(Answer Answer, KeptReply Kept);
