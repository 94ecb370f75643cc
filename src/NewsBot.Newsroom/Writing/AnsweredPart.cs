using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;

namespace NewsBot.Newsroom.Writing;

/// <summary>Represents one question of a message, and what was found for it.</summary>
/// <param name="Question">The question as it was asked.</param>
/// <param name="Passages">The passages, best first.</param>
/// <param name="Statements">The statements, best first; empty when the passages do not answer it.</param>
internal sealed record AnsweredPart(string Question, IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<DraftStatement> Statements);
