namespace NewsBot.Newsroom.Digests;

/// <summary>Chooses the sentences of a story that a digest prints.</summary>
internal static class KeySentences
{
    private const int Most = 3;
    private const int MostNew = 2;

    /// <summary>Specifies the smallest share of a sentence that no earlier report has said, 0 to 1, for the sentence to be news.</summary>
    public const double IsNew = 0.35;

    /// <summary>
    /// Returns at most three sentences, from different outlets where there are several, or two where there is one outlet only; of an
    /// event with several parts, the best sentence of each of the first three.
    /// </summary>
    /// <param name="parts">The sentences of each part, the biggest first.</param>
    /// <param name="shown">Sentences shown anyway, not to be repeated.</param>
    public static IReadOnlyList<StorySentence> Choose(IReadOnlyList<RankedSentences> parts, IReadOnlyList<StorySentence> shown)
    {
        var chosen = new List<StorySentence>();
        if (parts.Count > 1)
        {
            foreach (var part in parts)
            {
                if (chosen.Count < Most && part.News().FirstOrDefault(sentence => !IsTold(sentence)) is { } best)
                    chosen.Add(best);
            }

            return chosen;
        }

        var news = parts[0].News();
        // Where no sentence says what the headlines say, the best of all is better than none.
        if (news.Count == 0)
            news = [.. parts[0].Sentences.Where(NewsForm.IsPlain).Take(1)];
        foreach (var sentence in news)
        {
            if (chosen.Count == Most)
                break;
            if (!chosen.Exists(other => other.Outlet == sentence.Outlet) && !IsTold(sentence))
                chosen.Add(sentence);
        }

        foreach (var sentence in news)
        {
            if (chosen.Count >= 2)
                break;
            if (!IsTold(sentence))
                chosen.Add(sentence);
        }

        return chosen;

        bool IsTold(StorySentence sentence) => chosen.Concat(shown).Any(other => other.Repeats(sentence));
    }

    /// <summary>Returns sentences that say what no earlier report says; with those shown before, at most two.</summary>
    /// <param name="today">The sentences of the day or window.</param>
    /// <param name="earlier">The sentences of earlier reports.</param>
    /// <param name="shown">Sentences shown anyway, not to be repeated.</param>
    /// <param name="before">The number of new sentences chosen from other parts of the story.</param>
    public static IReadOnlyList<StorySentence> ChooseNew(
        RankedSentences today,
        RankedSentences earlier,
        IReadOnlyList<StorySentence> shown,
        int before = 0
    )
    {
        var known = earlier.Sentences.SelectMany(sentence => sentence.Stems).ToHashSet(StringComparer.Ordinal);
        var chosen = new List<StorySentence>();
        foreach (
            var sentence in today.News().Where(sentence => !NewsForm.IsBackground(sentence) && today.Novelty(sentence, known) >= IsNew)
        )
        {
            if (before + chosen.Count == MostNew)
                break;
            if (!chosen.Concat(shown).Any(other => other.Repeats(sentence)))
                chosen.Add(sentence);
        }

        return chosen;
    }
}
