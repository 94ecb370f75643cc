using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Scoring;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Grounding.Vetoes;
using NewsBot.Newsroom.Language;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Grounding;

/// <summary>
/// Decides whether quotes support a statement: by exact checks and, for what is told in other words, by the model that reads, never by one that writes.
/// Thread-safe.
/// </summary>
/// <remarks>
/// Two parts. Vetoes find what nothing makes up for: a number, name or unit that the quotes lack, a lost "not" or "alleged", words put into
/// another mouth. The rest stands when its words do, in the order of the quotes, or when the reading model finds it supported. English only.
/// See docs/grounding.md for what it lets through.
/// </remarks>
public static class GroundingJudge
{
    /// <summary>The least score of a supported statement. Chosen on the curve in docs/grounding.md.</summary>
    public const double Threshold = 0.88;

    /// <summary>
    /// Evidence of at most so many sentences was chosen for the statement. There it is enough that one of them has every content word, most of them
    /// in order: what the score fears, parts of sentences that lie far apart put together, cannot happen.
    /// </summary>
    private const int ChosenSentences = 3;

    private const double OrderInChosen = 0.6;

    /// <summary>Judges one statement by exact checks and its words alone.</summary>
    /// <param name="statement">One sentence, plain text.</param>
    /// <param name="quotes">All that it may rest on, to the letter: one sentence, or as much as an article.</param>
    public static GroundingVerdict Judge(string statement, IReadOnlyList<string> quotes) => Judge(statement, quotes, null, CancellationToken.None);

    /// <summary>Judges one statement.</summary>
    /// <param name="statement">One sentence, plain text.</param>
    /// <param name="quotes">All that it may rest on, to the letter: one sentence, or as much as an article.</param>
    /// <param name="reader">Reads what is told in other words; null: only words count.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static GroundingVerdict Judge(string statement, IReadOnlyList<string> quotes, IReadingModel? reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(quotes);
        if (Align(statement, quotes) is not { } alignment) return new(false, 0, [new(GroundingFault.Empty)]);

        var reasons = new List<GroundingReason>();
        foreach (var veto in Veto.All) veto(alignment, reasons);
        var score = GroundingScorer.Default.Score(GroundingFeatures.Of(alignment));
        var isRetold = alignment.Evidence.Sentences.Length <= ChosenSentences && alignment.IsCoveredByMain && alignment.MainShare >= OrderInChosen;
        var stands = score >= Threshold || isRetold;
        if (!stands && reader is not null && reasons.Count == 0)
        {
            score = GroundingReading.Support(alignment, reader, cancellationToken);
            stands = score >= GroundingReading.Threshold;
        }

        if (!stands) reasons.Add(new(GroundingFault.Coverage, alignment.FirstUncovered));
        return new(reasons.Count == 0, score, reasons);
    }

    /// <summary>The words with which a sentence instructs the machine that reads it; null when it does not.</summary>
    internal static string? InstructionIn(AnnotatedText sentence) => InstructionVeto.PhraseIn(sentence);

    /// <summary>The statement beside its evidence; null when either has no words.</summary>
    internal static Alignment? Align(string statement, IReadOnlyList<string> quotes)
    {
        var claim = AnnotatedText.Read(TokenisedCopy.Rejoin(statement));
        var evidence = Evidence.Read([.. quotes.Select(TokenisedCopy.Rejoin)]);
        return claim.Words.Count == 0 || evidence.Words.Length == 0 ? null : Alignment.Of(claim, evidence);
    }
}
