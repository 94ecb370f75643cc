using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>A content word of a question.</summary>
internal sealed class QuestionTerm
{
    /// <summary>Position among the question's terms, from 0.</summary>
    public required int Number { get; init; }

    public required AnnotatedWord Word { get; init; }

    /// <summary>A proper name or a part of one.</summary>
    public required bool IsName { get; init; }

    /// <summary>Part of the noun phrase that says what is asked for: "Telegram channel" in "which Telegram channel posted …".</summary>
    public required bool IsFocus { get; init; }

    /// <summary>How much of the question hangs on it; above 0.</summary>
    public required double Weight { get; init; }

    /// <summary>Terms with the same number are alternatives ("killed or injured"): one of them is enough.</summary>
    public required int Group { get; init; }

    /// <summary>More than 1 for a phrase that means one thing ("go ahead"): <see cref="Word"/> is its first word and means nothing alone.</summary>
    public required int WordCount { get; init; }

    /// <summary>What can stand for it.</summary>
    public required RelatedWords Related { get; init; }
}
