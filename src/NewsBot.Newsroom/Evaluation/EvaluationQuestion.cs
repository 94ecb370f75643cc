using System.Text.RegularExpressions;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>A question whose right answer is known.</summary>
public sealed record EvaluationQuestion
{
    /// <summary>Names the question in reports.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>False: the right outcome is a decline.</summary>
    public bool Answerable { get; init; } = true;

    /// <summary>Articles published later are not seen; null: all are.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Every group needs one of its expressions in the answer's text.</summary>
    public IReadOnlyList<IReadOnlyList<Regex>> Must { get; init; } = [];

    /// <summary>None of these may be in the answer's text.</summary>
    public IReadOnlyList<Regex> MustNot { get; init; } = [];

    /// <summary>One of these strings must be in the statements (letters and digits compared); empty: not asked for.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>At least one citation is to one of these sources; empty: any will do.</summary>
    public IReadOnlyList<string> CiteAny { get; init; } = [];
}
