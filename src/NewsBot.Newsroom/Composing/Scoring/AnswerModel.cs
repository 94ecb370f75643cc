namespace NewsBot.Newsroom.Composing.Scoring;

/// <summary>
/// Provides two models that were trained together: the probability that one sentence answers, and the probability that the best sentences
/// answer the question at all. Immutable and thread-safe.
/// </summary>
internal sealed class AnswerModel(BoostedTrees statements, BoostedTrees answers)
{
    /// <summary>Gets the models that ship with NewsBot: <c>statements.json</c> and <c>answers.json</c>.</summary>
    public static AnswerModel Default { get; } = new(BoostedTrees.ReadEmbedded("StatementTrees"), BoostedTrees.ReadEmbedded("AnswerTrees"));

    public BoostedTrees Statements => statements;

    public BoostedTrees Answers => answers;
}
