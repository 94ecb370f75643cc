using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Represents a content word of a question. Immutable.</summary>
internal sealed class QuestionTerm
{
    /// <summary>Gets the position among the question's terms, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the word, or the first word of a phrase.</summary>
    public required AnnotatedWord Word { get; init; }

    /// <summary>Gets a value indicating whether it is a proper name or part of one.</summary>
    public required bool IsName { get; init; }

    /// <summary>
    /// Gets a value indicating whether it is part of the noun phrase that names what is asked for: "Telegram channel"
    /// in "which Telegram channel posted …".
    /// </summary>
    public required bool IsFocus { get; init; }

    /// <summary>Gets how much of the question depends on it; above 0.</summary>
    public required double Weight { get; init; }

    /// <summary>Gets the number of its group: terms of one group are alternatives ("killed or injured"), of which one is enough.</summary>
    public required int Group { get; init; }

    /// <summary>
    /// Gets the number of words: more than 1 for a phrase with one meaning ("go ahead"), whose first word,
    /// <see cref="Word"/>, means nothing by itself.
    /// </summary>
    public required int WordCount { get; init; }

    /// <summary>Gets the words that may replace it.</summary>
    public required RelatedWords Related { get; init; }
}
