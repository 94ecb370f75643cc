using NewsBot.Newsroom.Answers;

namespace NewsBot.Pages;

/// <summary>A question with its answer, as the chat shows it.</summary>
/// <param name="Number">Position in the conversation, from 1; makes ids unique on the page.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Citations">The answer's citations by number, with what stands around their quotes.</param>
public sealed record Turn(int Number, Answer Answer, IReadOnlyDictionary<int, QuotedPassage> Citations);
