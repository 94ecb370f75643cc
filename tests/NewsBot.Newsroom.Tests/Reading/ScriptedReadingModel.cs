using NewsBot.Semantics;

namespace NewsBot.Newsroom.Tests.Reading;

/// <summary>A reading model that says what a test has it say.</summary>
internal sealed class ScriptedReadingModel : IReadingModel
{
    private int reads;

    /// <summary>Gets the probability that a sentence answers a question; by default none does.</summary>
    public Func<string, string, float> Answers { get; init; } = (_, _) => 0.02f;

    /// <summary>Gets what a passage (second) does to a statement (first); by default it leaves it open.</summary>
    public Func<string, string, Entailment> Entails { get; init; } = (_, _) => new Entailment(0.05f, 0.05f, 0.9f);

    /// <summary>Gets what a second report is to a first; by default something else.</summary>
    public Func<string, string, Agreement> Relates { get; init; } = (_, _) => new Agreement(0.02f, 0.02f, 0.02f, 0.02f, 0.92f);

    /// <summary>Gets how many sentences were read as answers.</summary>
    public int Reads => reads;

    /// <summary>Makes a loader that has this model.</summary>
    public ReadingModelLoader ToLoader() => new(() => ReadingModelLoad.Of(this));

    public float[] ScoreAnswers(string question, IReadOnlyList<TextInContext> candidates, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Add(ref reads, candidates.Count);
        return [.. candidates.Select(candidate => Answers(question, candidate.Text))];
    }

    public Entailment[] Entail(IReadOnlyList<Statement> statements, CancellationToken cancellationToken) =>
        [.. statements.Select(statement => Entails(statement.Text, statement.Passage.Text))];

    public Agreement[] Compare(IReadOnlyList<(TextInContext First, TextInContext Second)> reports, CancellationToken cancellationToken) =>
        [.. reports.Select(pair => Relates(pair.First.Text, pair.Second.Text))];
}
