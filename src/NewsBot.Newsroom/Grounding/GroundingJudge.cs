using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Scoring;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Grounding.Vetoes;
using NewsBot.Newsroom.Language;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Grounding;

/// <summary>
/// Decides whether quotes support a statement: by exact checks and its words or, when it is worded differently, by the
/// reading model, but never by a model that writes. Thread-safe.
/// </summary>
/// <remarks>
/// By words, a statement is supported when no veto finds a fault that nothing makes up for (a number, name or unit missing from the quotes,
/// a lost "not" or "alleged", words attributed to another speaker) and its words appear in the quotes in the same order. In other words, it
/// is supported when the model says so and the exact checks find nothing: those of <see cref="Veto.Exact"/>, or all of them for what a
/// language model wrote. English only. docs/develop/grounding.md says what it lets through.
/// </remarks>
public static class GroundingJudge
{
    /// <summary>
    /// Specifies the lowest score at which words alone support a statement, chosen from the curve in docs/develop/grounding.md.
    /// </summary>
    public const double Threshold = 0.88;

    /// <summary>
    /// Evidence of at most this many sentences was chosen for the statement. There it is enough that one of them covers every content word,
    /// most of them in order: the danger that the score guards against, a statement pieced together from distant sentences, does not arise.
    /// </summary>
    private const int ChosenSentences = 3;

    private const double OrderInChosen = 0.6;

    /// <summary>
    /// The most sentences of evidence that the model reads. Beyond that words alone decide: reading windows of the evidence added nothing.
    /// </summary>
    private const int MostSentencesRead = 8;

    /// <summary>Judges one statement by its words alone.</summary>
    /// <param name="statement">One sentence of plain text.</param>
    /// <param name="quotes">Everything that may support it, verbatim: from one sentence to a whole article.</param>
    public static GroundingVerdict Judge(string statement, IReadOnlyList<string> quotes) =>
        Judge(statement, quotes, null, CancellationToken.None);

    /// <summary>Judges one statement that a person wrote.</summary>
    /// <param name="statement">One sentence of plain text.</param>
    /// <param name="quotes">Everything that may support it, verbatim: from one sentence to a whole article.</param>
    /// <param name="reader">Reads what is worded differently; null to go by words alone.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static GroundingVerdict Judge(
        string statement,
        IReadOnlyList<string> quotes,
        IReadingModel? reader,
        CancellationToken cancellationToken
    ) => Judge(statement, quotes, reader, isWritten: false, cancellationToken);

    /// <summary>Judges one statement that a language model wrote and NewsBot would print: even in other words, no veto may apply.</summary>
    /// <param name="statement">One sentence of plain text.</param>
    /// <param name="quotes">Everything that may support it, verbatim.</param>
    /// <param name="reader">Reads what is worded differently; null to go by words alone.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    internal static GroundingVerdict JudgeWritten(
        string statement,
        IReadOnlyList<string> quotes,
        IReadingModel? reader,
        CancellationToken cancellationToken
    ) => Judge(statement, quotes, reader, isWritten: true, cancellationToken);

    private static GroundingVerdict Judge(
        string statement,
        IReadOnlyList<string> quotes,
        IReadingModel? reader,
        bool isWritten,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(quotes);
        if (Align(statement, quotes) is not { } alignment)
            return new(false, 0, [new(GroundingFault.Empty)]);

        var reasons = Find(Veto.All, alignment);
        var score = GroundingScorer.Default.Score(GroundingFeatures.Of(alignment));
        var isRetold =
            alignment.Evidence.Sentences.Length <= ChosenSentences && alignment.IsCoveredByMain && alignment.MainShare >= OrderInChosen;
        if (reasons.Count == 0 && (score >= Threshold || isRetold))
            return new(true, score, []);
        if (reader is not null && alignment.Evidence.Sentences.Length <= MostSentencesRead)
        {
            var isRuledOut = isWritten ? reasons.Count > 0 : Find(Veto.Exact, alignment).Count > 0;
            score = isRuledOut ? 0 : GroundingReading.Support(alignment, reader, cancellationToken);
            if (score >= GroundingReading.Threshold)
                return new(true, score, []);
        }

        if (reasons.Count == 0)
            reasons.Add(new(GroundingFault.Coverage, alignment.FirstUncovered));
        return new(false, score, reasons);
    }

    private static List<GroundingReason> Find(IReadOnlyList<VetoRule> vetoes, Alignment alignment)
    {
        var reasons = new List<GroundingReason>();
        foreach (var veto in vetoes)
            veto(alignment, reasons);
        return reasons;
    }

    /// <summary>Returns the words with which a sentence instructs a machine that reads it; null when there are none.</summary>
    internal static string? InstructionIn(AnnotatedText sentence) => InstructionVeto.PhraseIn(sentence);

    /// <summary>Aligns a statement with its evidence; returns null when either has no words.</summary>
    internal static Alignment? Align(string statement, IReadOnlyList<string> quotes)
    {
        var claim = AnnotatedText.Read(TokenisedCopy.Rejoin(statement));
        var evidence = Evidence.Read([.. quotes.Select(TokenisedCopy.Rejoin)]);
        return claim.Words.Count == 0 || evidence.Words.Length == 0 ? null : Alignment.Of(claim, evidence);
    }
}
