using NewsBot.Discord.State;
using NewsBot.Newsroom.Answers;

namespace NewsBot.Discord.Turns;

/// <summary>Represents an answer that questions may lead on from.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Kept">What is kept of it.</param>
internal sealed record AnsweredQuestion(Answer Answer, KeptReply Kept);
