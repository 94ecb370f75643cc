using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Aligning;

/// <summary>A sentence of the evidence.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Quote">Position of its quote among the quotes.</param>
/// <param name="Start">Position of its first word among all words of the evidence.</param>
internal sealed record EvidenceSentence(AnnotatedText Text, int Quote, int Start)
{
    public int Count => Text.Words.Count;

    public int End => Start + Count;
}
