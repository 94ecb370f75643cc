using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Represents a question as it was understood. Immutable.</summary>
internal sealed record Question
{
    /// <summary>Gets the words of the question.</summary>
    public required AnnotatedText Text { get; init; }

    /// <summary>Gets what kind of thing it asks for.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>Gets the content words, in order.</summary>
    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>Gets the proper names, each as the terms that make it up.</summary>
    public required IReadOnlyList<IReadOnlyList<QuestionTerm>> Names { get; init; }

    /// <summary>
    /// Gets the days that the question names; empty when it names none, or when the day on which it was asked is unknown.
    /// </summary>
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>Gets, for a quantity, what it is counted or measured in; null for other questions and a bare "how much".</summary>
    public QuantityUnit? Unit { get; init; }

    /// <summary>Gets, for a time, how exact it must be.</summary>
    public TimeGrain Grain { get; init; }

    /// <summary>Gets, for speech, the last word of the speaker's name or office ("mayor"); null when none is named.</summary>
    public QuestionTerm? Speaker { get; init; }

    /// <summary>Gets, for speech, what follows "about"; empty when nothing does.</summary>
    public IReadOnlyList<QuestionTerm> Topic { get; init; } = [];

    /// <summary>
    /// Gets a value indicating whether the focus is a property or an office of something else: "the population of
    /// Moscow", "the mayor of Kyiv".
    /// </summary>
    public bool AsksForAttribute { get; init; }

    /// <summary>
    /// Gets, for "where was X" and "was X in Y", the words of X in order ("Russian", "president"), the head last. Empty for other
    /// questions, and where X is asked about otherwise ("where was X arrested").
    /// </summary>
    public IReadOnlyList<QuestionTerm> Located { get; init; } = [];

    /// <summary>Gets, for "was X in Y", Y; null for other questions.</summary>
    public QuestionTerm? AskedPlace { get; init; }

    /// <summary>Gets what is done or happens, usually the main verb; null when there is none. See <see cref="PredicateReader"/>.</summary>
    public QuestionTerm? Predicate { get; init; }

    /// <summary>Gets the one who does what the predicate says, when the question names them. See <see cref="DoerReader"/>.</summary>
    public QuestionTerm? Doer { get; init; }

    /// <summary>
    /// Gets a value indicating whether the answer is the subject of the predicate ("who accused X") rather than its
    /// object ("whom did X accuse").
    /// </summary>
    public bool AsksForSubject { get; init; }
}
