using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>
/// Rejects evidence that addresses a machine: it is not news, so neither that sentence nor its neighbours may carry a statement.
/// </summary>
internal static class InstructionVeto
{
    private static readonly string[] Phrases = [.. WordFile.Rows("instructions").Select(row => $" {row[0][0]} ")];

    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        var sentences = alignment.Evidence.Sentences;
        var main = Array.IndexOf(sentences, alignment.Main);
        for (var i = Math.Max(0, main - 1); i <= Math.Min(sentences.Length - 1, main + 1); i++)
        {
            if (sentences[i].Quote != alignment.Main.Quote)
                continue;
            if (PhraseIn(sentences[i].Text) is { } phrase)
            {
                reasons.Add(new(GroundingFault.Instruction, phrase));
                return;
            }
        }
    }

    /// <summary>Returns the words with which a sentence instructs its reader; null when there are none.</summary>
    public static string? PhraseIn(AnnotatedText sentence)
    {
        var words = sentence.Words;
        var isOrder =
            words.Count > 2
            && English.CommandsToMachines.Contains(words[0])
            && (
                words[1].Folded is "that" or "exactly" or "only" or "to"
                || (words[0].BreakBefore == WordBreak.Stop && words[1].BreakBefore is WordBreak.Dash or WordBreak.Quote)
            );
        if (isOrder)
            return $"{words[0].Folded} {words[1].Folded}";
        var text = $" {string.Join(' ', words.Select(word => word.Folded))} ";
        return Array.Find(Phrases, phrase => text.Contains(phrase, StringComparison.Ordinal))?.Trim();
    }
}
