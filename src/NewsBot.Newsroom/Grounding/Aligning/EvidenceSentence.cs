using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>Represents a sentence of the evidence.</summary>
/// <param name="Text">The words of the sentence.</param>
/// <param name="Quote">The index of its quote.</param>
/// <param name="Start">The position of its first word among all words of the evidence.</param>
internal sealed record EvidenceSentence(AnnotatedText Text, int Quote, int Start)
{
    /// <summary>Gets the number of words.</summary>
    public int Count => Text.Words.Count;

    /// <summary>Gets the position after its last word among all words of the evidence.</summary>
    public int End => Start + Count;
}
