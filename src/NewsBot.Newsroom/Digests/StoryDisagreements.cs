using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Digests;

/// <summary>
/// Finds sentences of a story that contradict each other, by their words; the model confirms counts. It prefers to miss a
/// disagreement: a pair that is not about one thing at one time looks like a quarrel where there is none.
/// </summary>
internal static class StoryDisagreements
{
    private const int MostNumbers = 2;

    /// <summary>Only this many of the best sentences are compared with each other.</summary>
    private const int Compared = 150;

    /// <summary>The share of the shorter sentence's other words that two sentences with counts of one thing have in common.</summary>
    private const double SharedByShorter = 0.6;

    /// <summary>The same share of the longer sentence's.</summary>
    private const double SharedByLonger = 0.25;

    /// <summary>What was done to those counted is said within this many words of the number.</summary>
    private const int DeedWithin = 5;

    /// <summary>The most pairs of counts that the model reads.</summary>
    private const int MostRead = 8;

    /// <summary>Returns the best claim with its best denial, and pairs of different counts of the same thing.</summary>
    /// <param name="reading">The story's sentences.</param>
    /// <param name="reports">Reads whether two sentences contradict each other; null to go by their words alone.</param>
    public static IReadOnlyList<(DisagreementKind Kind, StorySentence One, StorySentence Other)> Find(
        RankedSentences reading,
        ReportComparer? reports
    )
    {
        StorySentence[] sentences = [.. reading.Sentences.Where(NewsForm.IsPlain)];
        // The model reads facts, and a denial is a fact of its own: whether it is of this charge, the parties and the words show better.
        return
        [
            .. Denials(sentences).Take(1).Select(pair => (DisagreementKind.Denial, pair.One, pair.Other)),
            .. FindNumbers([.. sentences.Take(Compared)])
                .Take(MostRead)
                .Where(pair => reports?.Contradict(pair.One.Sentence, pair.Other.Sentence) != false)
                .Take(MostNumbers)
                .Select(pair => (DisagreementKind.Number, pair.One, pair.Other)),
        ];
    }

    private static IEnumerable<(StorySentence One, StorySentence Other)> Denials(StorySentence[] sentences)
    {
        var claims = sentences.Select(sentence => (Sentence: sentence, Charge: Charge.In(sentence.Sentence.Words))).ToArray();
        return sentences.SelectMany(denial =>
            claims
                .Where(claim =>
                    claim.Charge is { } charge && AreComparable(claim.Sentence, denial) && charge.IsDeniedBy(denial.Sentence.Words)
                )
                .Select(claim => (claim.Sentence, denial))
        );
    }

    /// <summary>
    /// Determines whether two sentences can be two accounts of one moment: of two outlets, and of one day. What one outlet writes twice, or
    /// two write on different days, is an update.
    /// </summary>
    private static bool AreComparable(StorySentence one, StorySentence other) =>
        one.Outlet != other.Outlet
        && one.Sentence.Article.Id != other.Sentence.Article.Id
        && (
            one.Sentence.Article.Article.PublishedOn is not { } first
            || other.Sentence.Article.Article.PublishedOn is not { } second
            || first == second
        );

    private static IEnumerable<(StorySentence One, StorySentence Other)> FindNumbers(StorySentence[] sentences)
    {
        var counts = sentences.Select(CountsOf).ToArray();
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sentences.Length; i++)
        {
            for (var j = i + 1; j < sentences.Length; j++)
            {
                if (counts[i].Count == 0 || counts[j].Count == 0 || !AreComparable(sentences[i], sentences[j]))
                    continue;
                foreach (var (thing, count) in counts[i])
                {
                    if (
                        counts[j].TryGetValue(thing, out var other)
                        && count.Excludes(other)
                        && !Has(sentences[i], other.Number)
                        && !Has(sentences[j], count.Number)
                        && AreOfOneThing(sentences[i], sentences[j], [.. count.Things, .. other.Things])
                        && told.Add(thing)
                    )
                        yield return (sentences[i], sentences[j]);
                }
            }
        }
    }

    /// <summary>
    /// Returns what a sentence counts, keyed by the stem of the thing: "12 people" is people, 12. A thing counted twice is left out.
    /// </summary>
    private static Dictionary<string, Count> CountsOf(StorySentence sentence)
    {
        var counts = new Dictionary<string, Count>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        var words = sentence.Words;
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (
                words[i].Number is not { } number
                || words[i].Folded is "one" or "first"
                || IsOrdinal(words[i])
                || TimeWords.IsYear(words[i])
                || TimeWords.IsClock(words, i)
            )
                continue;
            var thing = words[i + 1];
            if (
                thing.Number is not null
                || thing.IsStop
                || thing.BreakBefore != WordBreak.None
                || Units.Of(thing.Folded) is not null
                || TimeWords.IsCalendar(thing)
                || IsSpeaking(words, i + 1)
                || NumberWords.ScaleOf(thing.Folded) is not null
            )
                continue;
            if (
                i > 0
                && (TimeWords.IsMonth(words[i - 1]) || words[i - 1].Number is not null || words[i - 1].BreakBefore == WordBreak.Hyphen)
            )
                continue;
            // "Category 3 hurricane", "Game 4 win": a name, not a count.
            if (i > 0 && words[i].BreakBefore == WordBreak.None && words[i - 1].IsCapital && !words[i - 1].IsStop)
                continue;
            if (
                !counts.TryAdd(
                    thing.Stem,
                    new Count(number, Hedge(words, i), [.. words.Skip(i + 1).Take(2).Select(word => word.Stem)], DeedsAround(words, i))
                )
            )
                twice.Add(thing.Stem);
        }

        foreach (var thing in twice)
            counts.Remove(thing);
        return counts;
    }

    /// <summary>Determines whether those counted are the report's sources: "three people familiar with the plan".</summary>
    private static bool IsSpeaking(IReadOnlyList<AnnotatedWord> words, int thing) =>
        words.Skip(thing).Take(4).Any(word => word.Folded is "familiar" or "close" or "briefed" || English.VerbsOfSaying.Contains(word));

    private static bool Has(StorySentence sentence, double number) => sentence.Words.Any(word => word.Number == number);

    /// <summary>Returns the stems of past tenses near a number: "released on $10,000 bond", "12 people were killed".</summary>
    private static string[] DeedsAround(IReadOnlyList<AnnotatedWord> words, int number) =>
        [
            .. words
                .Skip(number - DeedWithin)
                .Take((2 * DeedWithin) + 1)
                .Where(word =>
                    !English.VerbsOfSaying.Contains(word)
                    && (word.Folded.EndsWith("ed", StringComparison.Ordinal) || English.IrregularPasts.Contains(word))
                )
                .Select(word => word.Stem),
        ];

    private static bool IsOrdinal(AnnotatedWord word) =>
        char.IsAsciiDigit(word.Folded[0])
            ? word.Folded.EndsWith("th", StringComparison.Ordinal)
                || word.Folded.EndsWith("st", StringComparison.Ordinal)
                || word.Folded.EndsWith("nd", StringComparison.Ordinal)
                || word.Folded.EndsWith("rd", StringComparison.Ordinal)
            : word.Folded is "second" or "third" || word.Folded.EndsWith("th", StringComparison.Ordinal);

    /// <summary>Returns what the words before a number make of it: 1 for "at least", -1 for "up to", null for "about", else 0.</summary>
    private static int? Hedge(IReadOnlyList<AnnotatedWord> words, int number)
    {
        for (var i = Math.Max(0, number - 3); i < number; i++)
        {
            if (English.Approximators.Contains(words[i]))
                return null;
            if (words[i].Folded is "least" or "than" or "over")
                return 1;
            if (words[i].Folded is "most" or "many" or "up")
                return -1;
        }

        return 0;
    }

    /// <summary>
    /// Determines whether two sentences that count the same kind of thing say the same apart from the count: most of their other words
    /// are the same, in both, and so are their names and other numbers.
    /// </summary>
    private static bool AreOfOneThing(StorySentence one, StorySentence other, string[] things)
    {
        var (left, right) = (Around(one), Around(other));
        if (left.Count < 3 || right.Count < 3 || !one.Names.SetEquals(other.Names))
            return false;
        // "8,500 US troops on alert" and "900 US troops there" have nothing in common but what they count.
        if (!left.Except(things, StringComparer.Ordinal).Any(right.Contains))
            return false;
        var shared = (double)left.Count(right.Contains);
        return shared / Math.Min(left.Count, right.Count) >= SharedByShorter
            && shared / Math.Max(left.Count, right.Count) >= SharedByLonger;
    }

    private static HashSet<string> Around(StorySentence sentence) =>
        sentence
            .Words.Where(word => !word.IsStop && word.Number is null && !English.VerbsOfSaying.Contains(word))
            .Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Represents a count, whether it is the least or the most, or vague (null), and the stems of what it counts and what was done to it.
    /// </summary>
    private readonly record struct Count(double Number, int? Hedge, string[] Things, string[] Deeds)
    {
        /// <summary>Counts nearer to each other than this may be one count, rounded.</summary>
        private const double Rounding = 0.05;

        /// <summary>Determines whether the same was done to both counts, and both cannot be true: "at least 12" and 15 can.</summary>
        public bool Excludes(Count other)
        {
            var (low, high) = Number <= other.Number ? (this, other) : (other, this);
            return Deeds.Intersect(other.Deeds, StringComparer.Ordinal).Any()
                && low.Number < high.Number * (1 - Rounding)
                && low.Hedge is 0 or -1
                && high.Hedge is 0 or 1;
        }
    }
}
