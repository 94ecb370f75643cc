using NewsBot.Newsroom.Grounding.Aligning;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Grounding.Vetoes;

/// <summary>
/// Represents a verb of saying with its speakers: for "Putin’s spokesperson, Dmitry Peskov, said" these are
/// "spokesperson", "Dmitry" and "Peskov".
/// </summary>
/// <param name="Verb">The position of the verb in its sentence.</param>
/// <param name="Speakers">The positions of the speaker's words; empty when the speaker is a pronoun or cannot be found.</param>
/// <param name="Heads">Those that end a name or noun phrase.</param>
internal sealed record SpeechAct(int Verb, IReadOnlyList<int> Speakers, IReadOnlyList<int> Heads)
{
    private const int MaxWords = 16;

    /// <summary>Returns all speech acts of a sentence, from left to right.</summary>
    public static IReadOnlyList<SpeechAct> FindAll(AnnotatedText sentence)
    {
        var acts = new List<SpeechAct>();
        var words = sentence.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Folded == "according" && i + 1 < words.Count && words[i + 1].Folded == "to")
                acts.Add(Of(words, i, After(words, i + 2)));
            else if (English.FiniteVerbsOfSaying.Contains(words[i]) && !IsAttribute(words, i))
                acts.Add(Of(words, i, IsPassive(words, i) ? ByWhom(words, i) : Speaker(words, i)));
        }

        return acts;
    }

    private static SpeechAct Of(IReadOnlyList<AnnotatedWord> words, int verb, List<int> speakers)
    {
        var heads = speakers.Where(i => !speakers.Contains(i + 1) || words[i + 1].BreakBefore >= WordBreak.Comma).ToList();
        return new SpeechAct(verb, speakers, heads);
    }

    private static bool IsAttribute(IReadOnlyList<AnnotatedWord> words, int i) =>
        i > 0
        && words[i].BreakBefore < WordBreak.Comma
        && (English.Determiners.Contains(words[i - 1]) || words[i - 1].Folded is "to" or "any" || words[i - 1].IsPossessive);

    private static bool IsPassive(IReadOnlyList<AnnotatedWord> words, int i)
    {
        for (var before = i - 1; before >= Math.Max(0, i - 2); before--)
        {
            if (English.AuxiliaryForms.Of(words[before].Folded) is "be")
                return true;
            if (!words[before].IsStop)
                return false;
        }

        return false;
    }

    private static List<int> ByWhom(IReadOnlyList<AnnotatedWord> words, int verb)
    {
        for (var i = verb + 1; i < Math.Min(words.Count, verb + 4); i++)
        {
            if (words[i].Folded == "by")
                return After(words, i + 1);
        }

        return [];
    }

    private static List<int> Speaker(IReadOnlyList<AnnotatedWord> words, int verb)
    {
        var end = verb;
        while (end > 0 && words[end].BreakBefore < WordBreak.Comma && IsBetween(words[end - 1]))
            end--;
        var isParted = words[end].BreakBefore == WordBreak.Comma;
        var start = end;
        var commas = isParted ? 2 : 1;
        while (
            start > 0
            && end - start < MaxWords
            && (start == end ? words[start].BreakBefore <= WordBreak.Comma : words[start].BreakBefore < WordBreak.Bracket)
        )
        {
            // The comma before the verb closes an apposition; the one before that opens it.
            if (start < end && words[start].BreakBefore == WordBreak.Comma && --commas == 0)
                break;
            if (
                words[start - 1].Folded is "that" or "and" or "but"
                || English.Subordinators.Contains(words[start - 1])
                || English.FiniteVerbsOfSaying.Contains(words[start - 1])
            )
                break;
            start--;
        }

        // "… are expected to rise, said Maria Oduya": a clause comes before the comma, so the speaker comes after the verb.
        if (
            isParted
            && Enumerable.Range(start, end - start).Any(i => English.AuxiliaryForms.Of(words[i].Folded) is not null)
            && After(words, verb + 1) is { Count: > 0 } behind
        )
            return behind;
        var speakers = Nouns(words, start, end);
        return speakers.Count > 0 || HasPronoun(words, start, end) ? speakers : After(words, verb + 1);
    }

    private static bool IsBetween(AnnotatedWord word) =>
        English.AuxiliaryForms.Of(word.Folded) is "have" or "do" or "will"
        || English.AdverbsBeforeVerbs.Contains(word)
        || word.Folded.EndsWith("ly", StringComparison.Ordinal);

    private static bool HasPronoun(IReadOnlyList<AnnotatedWord> words, int start, int end) =>
        Enumerable
            .Range(start, end - start)
            .Any(i => English.SubjectPronouns.Contains(words[i]) || words[i].Folded is "we" or "i" or "who" or "which");

    /// <summary>Returns the nouns after the verb or "according to", up to the next punctuation mark or preposition.</summary>
    private static List<int> After(IReadOnlyList<AnnotatedWord> words, int start)
    {
        var end = start;
        while (
            end < words.Count
            && end - start < MaxWords / 2
            && words[end].BreakBefore < WordBreak.Comma
            && words[end].Folded is not ("that" or "and" or "but")
        )
            end++;
        // "Said the chief engineer, Maria Oduya": the name follows its noun.
        if (end > start && end < words.Count && words[end].BreakBefore == WordBreak.Comma && words[end].IsCapital && !words[end].IsStop)
        {
            end++;
            while (end < words.Count && words[end].BreakBefore < WordBreak.Comma && words[end].IsCapital)
                end++;
        }

        // "Said the attack was planned": what is said, not who says it.
        if (Enumerable.Range(start, end - start).Any(i => English.AuxiliaryForms.Of(words[i].Folded) is "be" or "have" or "will"))
            return [];
        return Nouns(words, start, end);
    }

    private static List<int> Nouns(IReadOnlyList<AnnotatedWord> words, int start, int end)
    {
        var nouns = new List<int>();
        var isGoverned = false;
        for (var i = start; i < end; i++)
        {
            if (words[i].BreakBefore >= WordBreak.Comma)
                isGoverned = false;
            isGoverned |= English.Prepositions.Contains(words[i]) || words[i].Folded is "who" or "which" or "whose";
            if (
                !isGoverned
                && !words[i].IsPossessive
                && Alignment.IsContent(words[i])
                && words[i].Number is null
                && !TimeWords.IsCalendar(words[i])
                && !TimeWords.IsRelative(words[i])
            )
                nouns.Add(i);
        }

        return nouns;
    }
}
