namespace NewsBot.Newsroom.Digests;

/// <summary>Chooses what a digest prints of a story.</summary>
internal static class KeySentences
{
    private const int Most = 3;
    private const int MostNew = 2;

    /// <summary>A sentence is news when at least this share of what it says no earlier report said.</summary>
    public const double IsNew = 0.35;

    /// <summary>At most three, from different outlets where there are several; two from the same where it is the only one.</summary>
    /// <param name="reading">The story's sentences.</param>
    /// <param name="shown">What is shown anyway, and not told again.</param>
    public static IReadOnlyList<StorySentence> Choose(RankedSentences reading, IReadOnlyList<StorySentence> shown)
    {
        var chosen = new List<StorySentence>();
        foreach (var sentence in reading.Sentences)
        {
            if (chosen.Count == Most) break;
            if (chosen.Any(other => other.Outlet == sentence.Outlet) || chosen.Concat(shown).Any(other => other.Repeats(sentence))) continue;
            chosen.Add(sentence);
        }

        foreach (var sentence in reading.Sentences)
        {
            if (chosen.Count >= 2) break;
            if (!chosen.Concat(shown).Any(other => other.Repeats(sentence))) chosen.Add(sentence);
        }

        return chosen;
    }

    /// <summary>What no earlier report has.</summary>
    public static IReadOnlyList<StorySentence> ChooseNew(RankedSentences today, RankedSentences earlier, IReadOnlyList<StorySentence> shown)
    {
        var known = earlier.Sentences.SelectMany(sentence => sentence.Stems).ToHashSet(StringComparer.Ordinal);
        var chosen = new List<StorySentence>();
        foreach (var sentence in today.Sentences.Where(sentence => today.Novelty(sentence, known) >= IsNew))
        {
            if (chosen.Count == MostNew) break;
            if (!chosen.Concat(shown).Any(other => other.Repeats(sentence))) chosen.Add(sentence);
        }

        return chosen;
    }
}
