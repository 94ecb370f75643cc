namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>
/// The two models that were trained together: how probable it is that one sentence answers, and how probable it is that the best
/// sentences answer this question at all. Immutable and thread-safe.
/// </summary>
internal sealed class AnswerModel(BoostedTrees statements, BoostedTrees answers)
{
    /// <summary>The models that NewsBot ships: <c>statements.json</c> and <c>answers.json</c>.</summary>
    public static AnswerModel Default { get; } = new(BoostedTrees.ReadEmbedded("StatementTrees"), BoostedTrees.ReadEmbedded("AnswerTrees"));

    public BoostedTrees Statements => statements;

    public BoostedTrees Answers => answers;
}
