using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Layout;

/// <summary>Represents a statement that another one contradicts.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Newest">Its newest citation, whose date and source are shown with it.</param>
public sealed record DisputedSide(Statement Statement, Citation Newest);
