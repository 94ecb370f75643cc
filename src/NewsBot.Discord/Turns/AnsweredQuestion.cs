using NewsBot.Discord.State;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Discord.Turns;

/// <summary>Represents an answer to which follow-up questions may refer.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Kept">The stored reply.</param>
/// <param name="Rights">What the reader may see.</param>
internal sealed record AnsweredQuestion(Answer Answer, KeptReply Kept, ReaderRights Rights);
