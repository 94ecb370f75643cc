namespace NewsBot.Newsroom.Digests;

/// <summary>Chooses the sentences of a story that a digest prints.</summary>
internal static class KeySentences
{
    private const int Most = 3;
    private const int MostNew = 2;

    /// <summary>Specifies the smallest share of a sentence that no earlier report has said, 0 to 1, for the sentence to be news.</summary>
    public const double IsNew = 0.35;

    /// <summary>
    /// Returns at most three sentences, from different outlets where there are several, or two where there is one outlet only.
    /// </summary>
    /// <param name="reading">The story's sentences.</param>
    /// <param name="shown">Sentences shown anyway, not to be repeated.</param>
    public static IReadOnlyList<StorySentence> Choose(RankedSentences reading, IReadOnlyList<StorySentence> shown)
    {
        var chosen = new List<StorySentence>();
        foreach (var sentence in reading.Sentences)
        {
            if (chosen.Count == Most)
                break;
            if (chosen.Any(other => other.Outlet == sentence.Outlet) || chosen.Concat(shown).Any(other => other.Repeats(sentence)))
                continue;
            chosen.Add(sentence);
        }

        foreach (var sentence in reading.Sentences)
        {
            if (chosen.Count >= 2)
                break;
            if (!chosen.Concat(shown).Any(other => other.Repeats(sentence)))
                chosen.Add(sentence);
        }

        return chosen;
    }

    /// <summary>Returns at most two sentences that say what no earlier report says.</summary>
    public static IReadOnlyList<StorySentence> ChooseNew(RankedSentences today, RankedSentences earlier, IReadOnlyList<StorySentence> shown)
    {
        var known = earlier.Sentences.SelectMany(sentence => sentence.Stems).ToHashSet(StringComparer.Ordinal);
        var chosen = new List<StorySentence>();
        foreach (var sentence in today.Sentences.Where(sentence => today.Novelty(sentence, known) >= IsNew))
        {
            if (chosen.Count == MostNew)
                break;
            if (!chosen.Concat(shown).Any(other => other.Repeats(sentence)))
                chosen.Add(sentence);
        }

        return chosen;
    }
}
