using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Finds sentences of a story that contradict each other: their words nominate pairs, and the model confirms them. It prefers to miss a
/// disagreement; whatever it shows is said by two sources.
/// </summary>
internal static class StoryDisagreements
{
    private const int MostNumbers = 2;

    /// <summary>Only this many of the best sentences are compared with each other.</summary>
    private const int Compared = 150;

    /// <summary>Two counts are of the same thing when the sentences share at least this part of their other words.</summary>
    private const double SameThing = 0.6;

    /// <summary>The most pairs of a claim and a denial that the model reads.</summary>
    private const int MostDenialsRead = 16;

    private const int MostNumbersRead = 4;

    /// <summary>The most claims compared with one denial; each of them names whoever denies.</summary>
    private const int ClaimsOfDenial = 4;

    /// <summary>Returns the best claim with its best denial, and pairs of different counts of the same thing.</summary>
    /// <param name="reading">The story's sentences.</param>
    /// <param name="reports">Reads whether two sentences contradict each other; null to go by their words alone.</param>
    public static IReadOnlyList<(DisagreementKind Kind, StorySentence One, StorySentence Other)> Find(
        RankedSentences reading,
        ReportComparer? reports
    )
    {
        var found = new List<(DisagreementKind, StorySentence, StorySentence)>();
        if (Confirmed(Denials(reading), MostDenialsRead, reports).Take(1).ToArray() is [var denial])
            found.Add((DisagreementKind.Denial, denial.One, denial.Other));
        found.AddRange(
            Confirmed(FindNumbers([.. reading.Sentences.Take(Compared)]), MostNumbersRead, reports)
                .Take(MostNumbers)
                .Select(pair => (DisagreementKind.Number, pair.One, pair.Other))
        );
        return found;
    }

    private static IEnumerable<(StorySentence One, StorySentence Other)> Confirmed(
        IEnumerable<(StorySentence One, StorySentence Other)> pairs,
        int most,
        ReportComparer? reports
    ) =>
        reports is null
            ? pairs.Take(MostNumbers)
            : pairs.Take(most).Where(pair => reports.Contradict(pair.One.Sentence, pair.Other.Sentence));

    private static IEnumerable<(StorySentence One, StorySentence Other)> Denials(RankedSentences reading)
    {
        var claims = reading.Sentences.Where(sentence => !Denies(sentence) && Accuses(sentence)).ToArray();
        return reading
            .Sentences.Where(Denies)
            .SelectMany(denial =>
                claims.Where(claim => claim.Names.Overlaps(denial.Stems)).Take(ClaimsOfDenial).Select(claim => (claim, denial))
            );
    }

    private static IEnumerable<(StorySentence One, StorySentence Other)> FindNumbers(StorySentence[] sentences)
    {
        var counts = sentences.Select(CountsOf).ToArray();
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sentences.Length; i++)
        {
            for (var j = i + 1; j < sentences.Length; j++)
            {
                if (sentences[i].Sentence.Article.Id == sentences[j].Sentence.Article.Id)
                    continue;
                foreach (var (thing, number) in counts[i])
                {
                    if (
                        !counts[j].TryGetValue(thing, out var other)
                        || other == number
                        || SharedAround(sentences[i], sentences[j]) < SameThing
                        || !told.Add(thing)
                    )
                        continue;
                    yield return (sentences[i], sentences[j]);
                }
            }
        }
    }

    /// <summary>
    /// Returns what a sentence counts, keyed by the stem of the thing: "12 people" is people, 12. A thing counted twice is left out.
    /// </summary>
    private static Dictionary<string, double> CountsOf(StorySentence sentence)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        var words = sentence.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (
                words[i].Number is not { } number
                || words[i].Folded is "one" or "first"
                || TimeWords.IsYear(words[i])
                || TimeWords.IsClock(words, i)
            )
                continue;
            var thing = words[i + 1];
            if (
                thing.Number is not null
                || thing.IsStop
                || thing.BreakBefore != WordBreak.None
                || TimeWords.IsUnit(thing)
                || TimeWords.IsCalendar(thing)
            )
                continue;
            if (i > 0 && (TimeWords.IsMonth(words[i - 1]) || words[i - 1].Number is not null))
                continue;
            if (!counts.TryAdd(thing.Stem, number))
                twice.Add(thing.Stem);
        }

        foreach (var thing in twice)
            counts.Remove(thing);
        return counts;
    }

    private static double SharedAround(StorySentence one, StorySentence other)
    {
        var left = Around(one);
        var right = Around(other);
        return left.Count < 3 || right.Count < 3 ? 0 : (double)left.Count(right.Contains) / Math.Min(left.Count, right.Count);
    }

    private static HashSet<string> Around(StorySentence sentence) =>
        sentence
            .Words.Where(word => !word.IsStop && word.Number is null && !English.VerbsOfSaying.Contains(word))
            .Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Determines whether the sentence accuses or claims. "The alleged attack" and "his claim" do not.</summary>
    private static bool Accuses(StorySentence sentence) =>
        sentence.Words.Any(word =>
            English.FiniteVerbsOfSaying.Contains(word) && (English.VerbsOfAccusing.Contains(word) || word.Stem is "alleg" or "claim")
        );

    private static bool Denies(StorySentence sentence) => StanceReader.Denies(sentence.Sentence.Words);
}
