using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>A question as it was understood.</summary>
internal sealed record Question
{
    public required AnnotatedText Text { get; init; }

    public required QuestionKind Kind { get; init; }

    /// <summary>Its content words in order.</summary>
    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>Its proper names, each as the terms that make it up.</summary>
    public required IReadOnlyList<IReadOnlyList<QuestionTerm>> Names { get; init; }

    /// <summary>The days that it names; empty when it names none, or the day it is asked about is not known.</summary>
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>For a quantity: what is counted or measured in; null for the others and for a bare "how much".</summary>
    public QuantityUnit? Unit { get; init; }

    /// <summary>For a time: how exact it must be.</summary>
    public TimeGrain Grain { get; init; }

    /// <summary>For speech: the last word of the speaker's name, or his office ("mayor"); null when none is named.</summary>
    public QuestionTerm? Speaker { get; init; }

    /// <summary>For speech: what follows "about"; empty when nothing does.</summary>
    public IReadOnlyList<QuestionTerm> Topic { get; init; } = [];

    /// <summary>The focus is a property or an office of something else: "the population of Moscow", "the mayor of Kyiv".</summary>
    public bool AsksForAttribute { get; init; }

    /// <summary>
    /// For "where was X" and "was X in Y": the words of X in order ("Russian", "president"), the last one its head. Empty for other questions,
    /// and where something else is asked of X ("where was X arrested").
    /// </summary>
    public IReadOnlyList<QuestionTerm> Located { get; init; } = [];

    /// <summary>For "was X in Y": Y. Null for other questions.</summary>
    public QuestionTerm? AskedPlace { get; init; }

    /// <summary>What is done or happens: mostly the main verb. Null when there is none. See <see cref="PredicateReader"/>.</summary>
    public QuestionTerm? Predicate { get; init; }

    /// <summary>Who does what the predicate says, when the question names him: see <see cref="DoerReader"/>.</summary>
    public QuestionTerm? Doer { get; init; }

    /// <summary>What is asked for does what the predicate says ("who accused X"), rather than suffers it ("whom did X accuse").</summary>
    public bool AsksForSubject { get; init; }
}
