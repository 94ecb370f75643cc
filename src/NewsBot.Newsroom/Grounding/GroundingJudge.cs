using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Scoring;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Grounding.Vetoes;
using NewsBot.Newsroom.Language;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Grounding;

/// <summary>
/// Decides whether quotes support a statement: by exact checks and its words, or, for what is told in other words, by the model that reads; never by one
/// that writes. Thread-safe.
/// </summary>
/// <remarks>
/// By words a statement stands when no veto finds what nothing makes up for (a number, name or unit that the quotes lack, a lost "not" or "alleged",
/// words put into another mouth) and its words stand in the quotes in their order. In other words it stands when the model finds it supported and the
/// exact checks are silent: those of <see cref="Veto.Exact"/>, or all of them for what a language model wrote. English only. See docs/grounding.md for
/// what it lets through.
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

    /// <summary>Evidence of more sentences is judged by words alone: what the model makes of windows of it added nothing.</summary>
    private const int MostSentencesRead = 8;

    /// <summary>Judges one statement by its words alone.</summary>
    /// <param name="statement">One sentence, plain text.</param>
    /// <param name="quotes">All that it may rest on, verbatim: one sentence, or as much as an article.</param>
    public static GroundingVerdict Judge(string statement, IReadOnlyList<string> quotes) => Judge(statement, quotes, null, CancellationToken.None);

    /// <summary>Judges one statement that a person wrote.</summary>
    /// <param name="statement">One sentence, plain text.</param>
    /// <param name="quotes">All that it may rest on, verbatim: one sentence, or as much as an article.</param>
    /// <param name="reader">Reads what is told in other words; null: only words count.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static GroundingVerdict Judge(string statement, IReadOnlyList<string> quotes, IReadingModel? reader, CancellationToken cancellationToken) =>
        Judge(statement, quotes, reader, isWritten: false, cancellationToken);

    /// <summary>Judges one statement that a language model wrote and NewsBot would print: in other words, too, every veto has to be silent.</summary>
    /// <param name="statement">One sentence, plain text.</param>
    /// <param name="quotes">All that it may rest on, verbatim.</param>
    /// <param name="reader">Reads what is told in other words; null: only words count.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal static GroundingVerdict JudgeWritten(string statement, IReadOnlyList<string> quotes, IReadingModel? reader, CancellationToken cancellationToken) =>
        Judge(statement, quotes, reader, isWritten: true, cancellationToken);

    private static GroundingVerdict Judge(string statement, IReadOnlyList<string> quotes, IReadingModel? reader, bool isWritten, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(quotes);
        if (Align(statement, quotes) is not { } alignment) return new(false, 0, [new(GroundingFault.Empty)]);

        var reasons = Find(Veto.All, alignment);
        var score = GroundingScorer.Default.Score(GroundingFeatures.Of(alignment));
        var isRetold = alignment.Evidence.Sentences.Length <= ChosenSentences && alignment.IsCoveredByMain && alignment.MainShare >= OrderInChosen;
        if (reasons.Count == 0 && (score >= Threshold || isRetold)) return new(true, score, []);
        if (reader is not null && alignment.Evidence.Sentences.Length <= MostSentencesRead)
        {
            var isRuledOut = isWritten ? reasons.Count > 0 : Find(Veto.Exact, alignment).Count > 0;
            score = isRuledOut ? 0 : GroundingReading.Support(alignment, reader, cancellationToken);
            if (score >= GroundingReading.Threshold) return new(true, score, []);
        }

        if (reasons.Count == 0) reasons.Add(new(GroundingFault.Coverage, alignment.FirstUncovered));
        return new(false, score, reasons);
    }

    private static List<GroundingReason> Find(IReadOnlyList<VetoRule> vetoes, Alignment alignment)
    {
        var reasons = new List<GroundingReason>();
        foreach (var veto in vetoes) veto(alignment, reasons);
        return reasons;
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
