using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Candidates;

namespace NewsBot.Newsroom.Writing;

/// <summary>One question of a message, and what was found for it.</summary>
/// <param name="Question">As it was asked.</param>
/// <param name="Passages">Best first.</param>
/// <param name="Statements">The best first; empty when the passages do not answer it.</param>
internal sealed record AnsweredPart(string Question, IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<DraftStatement> Statements);
