using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>
/// Determines whether two sentences contradict each other: different numbers for the same thing, an accusation and its denial, silence and
/// a comment, a fact and its negation.
/// </summary>
internal static class Contradictions
{
    /// <summary>
    /// Share of either sentence's content words that the other must contain before different numbers count as a contradiction.
    /// </summary>
    private const double SameThing = 0.4;

    /// <summary>The same share, for both sentences, of a fact and its negation, which differ in little else.</summary>
    private const double SameFact = 0.6;

    private const int NounWithin = 3;

    /// <summary>Returns groups of contradicting statements by their positions, the newest source first.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<DraftStatement> statements)
    {
        var groups = new List<IReadOnlyList<int>>();
        for (var i = 0; i < statements.Count; i++)
        {
            if (groups.Any(group => group.Contains(i)))
                continue;
            var others = Enumerable
                .Range(0, statements.Count)
                .Where(j => j != i && statements[i].Contradicting.Contains(statements[j].Candidate))
                .ToArray();
            if (others.Length > 0)
                groups.Add([.. others.Append(i).OrderByDescending(j => statements[j].Candidate.Article.Article.Published).ThenBy(j => j)]);
        }

        return groups;
    }

    /// <summary>Determines whether two sentences of different articles are about the same thing and contradict each other.</summary>
    public static bool Disagree(Candidate one, Candidate other)
    {
        if (one.Article.Id == other.Article.Id)
            return false;
        var (a, b) = (one.Words, other.Words);
        return HasOtherNumber(a, b)
            || StancesClash(a, b)
            || StancesClash(b, a)
            || (IsNegated(a) != IsNegated(b) && Math.Min(Held(a, b), Held(b, a)) >= SameFact);
    }

    private static bool HasOtherNumber(AnnotatedText a, AnnotatedText b)
    {
        if (Math.Max(Held(a, b), Held(b, a)) < SameThing)
            return false;
        foreach (var (number, noun) in CountsIn(a))
        {
            var counts = CountsIn(b).Where(count => count.Noun == noun).ToArray();
            if (counts.Length > 0 && counts.All(count => count.Number != number))
                return true;
        }

        return false;
    }

    private static IEnumerable<(double Number, string Noun)> CountsIn(AnnotatedText text)
    {
        var words = text.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (
                words[i].Number is not { } number
                || TimeWords.IsYear(words[i])
                || words[i].Folded == "one"
                || (i > 0 && TimeWords.IsMonth(words[i - 1]))
            )
                continue;
            for (var at = i + 1; at < words.Count && at <= i + NounWithin && words[at].BreakBefore <= WordBreak.Hyphen; at++)
            {
                if (words[at].Number is { } scale)
                    number *= scale;
                else if (TimeWords.IsMonth(words[at]) || TimeWords.IsUnit(words[at]) || words[at].IsStop)
                    break;
                else if (words[at].Folded.EndsWith('s') || English.CountedPeople.Contains(words[at]))
                    yield return (number, words[at].Stem);
            }
        }
    }

    /// <summary>
    /// Determines whether <paramref name="b"/> denies what <paramref name="a"/> accuses a party of, or comments where <paramref name="a"/>
    /// reports silence.
    /// </summary>
    private static bool StancesClash(AnnotatedText a, AnnotatedText b) =>
        StanceReader.Of(b) switch
        {
            Stance.Denies => StanceReader.Of(a) is Stance.Accuses or Stance.Silent && ShareParty(a, b),
            Stance.Confirms => StanceReader.Of(a) is Stance.Silent && ShareParty(a, b),
            _ => false,
        };

    /// <summary>
    /// Determines whether both name the same country, body or person, perhaps in another form ("Ukraine", "Ukrainian authorities", "Kyiv").
    /// </summary>
    private static bool ShareParty(AnnotatedText a, AnnotatedText b) =>
        a
            .Words.Where(word => word.IsCapital && !word.IsStop && !TimeWords.IsCalendar(word))
            .Any(word => b.Words.Any(other => other.IsCapital && AreOneParty(word, other)));

    /// <summary>Determines whether two words name one party, perhaps in another form.</summary>
    public static bool AreOneParty(AnnotatedWord a, AnnotatedWord b) =>
        a.Stem == b.Stem
        || Lexicon.RelatedTo(a.Stem).Single.GetValueOrDefault(b.Stem) >= RelatedWords.StandsFor
        || Spelling.AreVariants(a.Folded, b.Folded);

    private static double Held(AnnotatedText text, AnnotatedText other) =>
        text
            .Words.Where(word => !word.IsStop && word.Number is null && !English.VerbsOfSaying.Contains(word))
            .Select(word =>
                other.Words.Any(found =>
                    found.Stem == word.Stem || Lexicon.RelatedTo(word.Stem).Single.GetValueOrDefault(found.Stem) >= RelatedWords.Synonym
                )
                    ? 1.0
                    : 0
            )
            .DefaultIfEmpty(0)
            .Average();

    private static bool IsNegated(AnnotatedText text) => text.Words.Any(English.Negations.Contains);
}
