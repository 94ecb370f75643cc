using System.Text.RegularExpressions;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>Represents a question whose right answer is known. Immutable.</summary>
public sealed record EvaluationQuestion
{
    /// <summary>Gets the id that reports use for the question.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the question.</summary>
    public required string Question { get; init; }

    /// <summary>Gets a value indicating whether the articles answer the question; if not, the right outcome is a decline.</summary>
    public bool Answerable { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether a decline is right, too: it is not known whether the articles answer the question, but one wrong
    /// answer is. Ignored if the question is not <see cref="Answerable"/>.
    /// </summary>
    public bool MayDecline { get; init; }

    /// <summary>
    /// Gets the day (UTC) as of which the question is answered: articles published later are left out. Null for all articles.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Gets groups of expressions; the answer's text must match at least one of each group.</summary>
    public IReadOnlyList<IReadOnlyList<Regex>> Must { get; init; } = [];

    /// <summary>Gets the expressions that the answer's text must not match.</summary>
    public IReadOnlyList<Regex> MustNot { get; init; } = [];

    /// <summary>
    /// Gets strings of which the statements must contain at least one, comparing letters and digits only; empty when not required.
    /// </summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Gets the sources of which the answer must cite at least one; empty when any source will do.</summary>
    public IReadOnlyList<string> CiteAny { get; init; } = [];
}
