using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Grounding.Scoring;

/// <summary>Lets the model read a statement against the nearest sentences of its evidence.</summary>
internal static class GroundingReading
{
    /// <summary>
    /// Specifies the lowest probability of support at which a statement is supported, chosen from the curve in docs/research/reading.md.
    /// </summary>
    public const double Threshold = 0.7;

    /// <summary>The consecutive sentences that are read as one passage.</summary>
    private const int Window = 3;

    private const int MostWindows = 4;

    /// <summary>Returns the probability, 0 to 1, that one of the nearest passages of the evidence supports the statement.</summary>
    public static double Support(Alignment alignment, IReadingModel reader, CancellationToken cancellationToken)
    {
        var sentences = alignment.Evidence.Sentences;
        var asked = AnnotatedPassage.StemsOf([alignment.Claim]);
        var windows = Enumerable
            .Range(0, Math.Max(1, sentences.Length - Window + 1))
            .Select(first => sentences.Skip(first).Take(Window).ToArray())
            .OrderByDescending(window => AnnotatedPassage.StemsOf([.. window.Select(sentence => sentence.Text)]).Count(asked.Contains))
            .Take(MostWindows);
        Statement[] pairs =
        [
            .. windows.Select(window => new Statement(
                alignment.Claim.Text,
                new TextInContext { Text = string.Join(' ', window.Select(sentence => sentence.Text.Text)) }
            )),
        ];
        return reader.Entail(pairs, cancellationToken).Max(entailment => entailment.Supported);
    }
}
