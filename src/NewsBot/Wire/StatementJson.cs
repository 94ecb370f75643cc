using NewsBot.Newsroom.Answers;

namespace NewsBot.Wire;

/// <summary>Represents one sentence of an answer.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Citations">Numbers of its citations.</param>
internal sealed record StatementJson(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>Maps a statement.</summary>
    public static StatementJson From(Statement statement) => new(statement.Text, statement.Citations);
}
