using NewsBot.Newsroom.Grounding.Vetoes;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding;

/// <summary>
/// Decides whether quotes support a statement: by word lists, alignment and one small linear model, never by a language model.
/// The same input gives the same verdict on every machine. Thread-safe.
/// </summary>
/// <remarks>
/// Two parts. Vetoes find what nothing makes up for: a number, name or unit that the quotes lack, a lost "not" or "alleged", words put into
/// another mouth. The score weighs how the rest stands in the quotes. English only. See docs/grounding.md for what it lets through.
/// </remarks>
public static class GroundingJudge
{
    /// <summary>The least score of a supported statement. Chosen on the curve in docs/grounding.md.</summary>
    public const double Threshold = 0.83;

    /// <summary>Judges one statement.</summary>
    /// <param name="statement">One sentence, plain text.</param>
    /// <param name="quotes">All that it may rest on, to the letter: one sentence, or as much as an article.</param>
    public static GroundingVerdict Judge(string statement, IReadOnlyList<string> quotes)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(quotes);
        var claim = AnnotatedText.Read(statement);
        var evidence = Evidence.Read(quotes);
        if (claim.Words.Count == 0 || evidence.Words.Length == 0) return new(false, 0, [new(GroundingFault.Empty)]);

        var alignment = Alignment.Of(claim, evidence);
        var reasons = new List<GroundingReason>();
        foreach (var veto in Veto.All) veto(alignment, reasons);
        var score = GroundingScorer.Default.Score(GroundingFeatures.Of(alignment));
        if (score < Threshold) reasons.Add(new(GroundingFault.Coverage, alignment.FirstUncovered));
        return new(reasons.Count == 0, score, reasons);
    }
}
