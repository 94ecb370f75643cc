using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds the evidence that fits the kind of a question.</summary>
internal static class EvidenceFinder
{
    /// <summary>Kinds without a mark of their own: whether these are answered is left to the words.</summary>
    private const double Neutral = 0.7;

    public static KindEvidence Find(Reading reading) => reading.Question.Kind switch
    {
        QuestionKind.Person => PersonEvidence.Find(reading),
        QuestionKind.Place => PlaceEvidence.Find(reading),
        QuestionKind.Time => TimeEvidence.Find(reading),
        QuestionKind.Quantity => QuantityEvidence.Find(reading),
        QuestionKind.Reason => CueEvidence.FindReason(reading),
        QuestionKind.Manner => CueEvidence.FindManner(reading),
        QuestionKind.Definition => DefinitionEvidence.Find(reading),
        QuestionKind.Speech => SpeechEvidence.Find(reading),
        QuestionKind.YesNo when reading.Question.AskedPlace is { } place => PlaceEvidence.FindAt(reading, place),
        _ => KindEvidence.Of(Neutral),
    };
}
