using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Grounding.Verdicts;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>Rejects quotation marks around anything but consecutive words of a quote, each as written there.</summary>
internal static class QuotationVeto
{
    public static void Find(Alignment alignment, List<GroundingReason> reasons)
    {
        foreach (var quotation in QuotationsIn(alignment.Claim.Text))
        {
            var words = WordTokenizer
                .Tokenize(quotation)
                .Select(word => TermFolding.Fold(quotation.AsSpan(word.Start, word.Length)))
                .ToArray();
            if (words.Length > 0 && !StandsIn(alignment.Evidence, words))
                reasons.Add(new(GroundingFault.Quotation, words[0]));
        }
    }

    private static bool StandsIn(Evidence evidence, string[] words)
    {
        for (var quote = 0; quote < evidence.Quotes.Count; quote++)
        {
            var found = evidence
                .Sentences.Where(sentence => sentence.Quote == quote)
                .SelectMany(sentence => sentence.Text.Words)
                .Select(word => word.Folded)
                .ToArray();
            for (var start = 0; start + words.Length <= found.Length; start++)
            {
                if (found.AsSpan(start, words.Length).SequenceEqual(words))
                    return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Returns the text between quotation marks: curly, straight, single unless an apostrophe, and the grave accent of wire copy.
    /// </summary>
    private static IEnumerable<string> QuotationsIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] switch
            {
                '“' or '„' => text.AsSpan(i + 1).IndexOfAny('”', '"', '“'),
                '"' => text.AsSpan(i + 1).IndexOfAny('"', '”'),
                '‘' or '`' => EndOfSingle(text, i),
                '\'' when IsOpening(text, i) => EndOfSingle(text, i),
                _ => -1,
            };
            if (end < 0)
                continue;
            var range = new TextRange(i + 1, i + 1 + end);
            yield return range.In(text);
            i = range.End;
        }
    }

    private static bool IsOpening(string text, int at) =>
        (at == 0 || text[at - 1] is ' ' or '(' or '\n') && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    // A single mark with no letter after it closes; "the workers' party" inside a quotation therefore ends it, which errs on the strict
    // side.
    private static int EndOfSingle(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] is '\'' or '’' && (i + 1 == text.Length || !char.IsLetter(text[i + 1])))
                return i - at - 1;
        }

        return -1;
    }
}
