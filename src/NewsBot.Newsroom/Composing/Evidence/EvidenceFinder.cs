using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds the evidence that fits the kind of a question.</summary>
internal static class EvidenceFinder
{
    /// <summary>Strength for kinds without any mark of their own, for which the words decide.</summary>
    private const double Neutral = 0.7;

    public static KindEvidence Find(AlignedCandidate aligned) =>
        aligned.Question.Kind switch
        {
            QuestionKind.Person => PersonEvidence.Find(aligned),
            QuestionKind.Place => PlaceEvidence.Find(aligned),
            QuestionKind.Time => TimeEvidence.Find(aligned),
            QuestionKind.Quantity => QuantityEvidence.Find(aligned),
            QuestionKind.Reason => CueEvidence.FindReason(aligned),
            QuestionKind.Manner => CueEvidence.FindManner(aligned),
            QuestionKind.Definition => DefinitionEvidence.Find(aligned),
            QuestionKind.Speech => SpeechEvidence.Find(aligned),
            QuestionKind.YesNo when aligned.Question.AskedPlace is { } place => PlaceEvidence.FindAt(aligned, place),
            _ => KindEvidence.Of(Neutral),
        };
}
