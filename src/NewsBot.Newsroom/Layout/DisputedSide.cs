using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Layout;

/// <summary>A statement that another one contradicts.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Newest">Its newest citation: date and source stand beside it.</param>
public sealed record DisputedSide(Statement Statement, Citation Newest);
