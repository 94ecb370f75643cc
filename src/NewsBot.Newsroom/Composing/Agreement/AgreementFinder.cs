using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Composing.Scoring;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>Determines whether two candidates say the same, so that one may be cited for the other.</summary>
internal static class AgreementFinder
{
    /// <summary>Share of the statement's content words that the other sentence must contain.</summary>
    private const double SameWords = 0.6;

    /// <summary>
    /// Determines whether the other sentence contains every name of the question that the statement does, or a name that stands for it.
    /// </summary>
    private static bool HoldsAskedNames(ScoredCandidate statement, ScoredCandidate other) =>
        statement.Aligned.Question.Names.All(name =>
            NameMatcher.Strength(name, statement.Aligned) < AskedName || NameMatcher.Strength(name, other.Aligned) >= AskedName
        );

    /// <summary>Share of the statement's name words that the other sentence must contain; the rest may name who says so.</summary>
    private const double SameNames = 0.75;

    private const double AskedName = 0.6;

    /// <summary>Share of the content words that is enough if both name the same answer ("Novo-Ogaryovo", "27 million").</summary>
    private const double SameAnswerWords = 0.3;

    /// <summary>Strength from which evidence is exactly what was asked for, and is not denied.</summary>
    private const double Outright = 0.9;

    /// <summary>Share of content words, in either direction, from which a second statement adds nothing.</summary>
    private const double Repeats = 0.65;

    /// <summary>
    /// Determines whether <paramref name="other"/> supports <paramref name="statement"/>: it contains what was asked for, the names, and
    /// enough of the words.
    /// </summary>
    public static bool Supports(ScoredCandidate other, ScoredCandidate statement)
    {
        if (!HoldsAnswer(statement, other))
            return false;
        var held = Held(statement, other);
        if (held >= SameAnswerWords && GivesSameAnswer(statement, other) && HoldsAskedNames(statement, other))
            return true;
        return held >= SameWords
            && HeldNames(statement, other) >= SameNames
            && IsNegated(other.Aligned.Words) == IsNegated(statement.Aligned.Words)
            && HoldsNumbers(statement.Candidate.Words, other.Candidate.Words);
    }

    /// <summary>Determines whether one candidate adds nothing for a reader of the other.</summary>
    public static bool AreAlike(ScoredCandidate one, ScoredCandidate other) => Math.Max(Held(one, other), Held(other, one)) >= Repeats;

    /// <summary>Determines whether both say outright what was asked for, with the same name, number or date.</summary>
    public static bool GivesSameAnswer(ScoredCandidate one, ScoredCandidate other)
    {
        if (one.Evidence.Strength < Outright || other.Evidence.Strength < Outright)
            return false;
        return one.Evidence.Positions.Count > 0 && other.Evidence.Positions.Count > 0 && HoldsAnswer(one, other);
    }

    private static bool HoldsAnswer(ScoredCandidate statement, ScoredCandidate other) =>
        statement.Evidence.Positions.All(position => Strength(other.Candidate.Words, statement.Aligned.Words[position]) > 0);

    /// <summary>Returns the share of the statement's name words that the other sentence contains; 1 if it has no names.</summary>
    private static double HeldNames(ScoredCandidate statement, ScoredCandidate other) =>
        statement
            .Aligned.Names.SelectMany(name => Enumerable.Range(name.Start, name.Length))
            .Select(position => Strength(other.Candidate.Words, statement.Aligned.Words[position]) > 0 ? 1.0 : 0.0)
            .DefaultIfEmpty(1)
            .Average();

    /// <summary>
    /// Returns the share of the statement's content words that the other sentence contains, counting synonyms at a discount.
    /// </summary>
    private static double Held(ScoredCandidate statement, ScoredCandidate other) =>
        statement
            .Aligned.Words.Where(word => !word.IsStop && !English.VerbsOfSaying.Contains(word))
            .Select(word => Strength(other.Candidate.Words, word))
            .DefaultIfEmpty(0)
            .Average();

    private static double Strength(AnnotatedText text, AnnotatedWord word)
    {
        var best = 0.0;
        foreach (var other in text.Words)
        {
            if (other.Stem == word.Stem || (word.Number is { } number && other.Number == number))
                return 1;
            if (word.MayBeName && other.MayBeName && Spelling.AreVariants(word.Folded, other.Folded))
                return 1;
            if (!other.IsStop)
                best = Math.Max(best, Lexicon.RelatedTo(word.Stem).Single.GetValueOrDefault(other.Stem));
        }

        return best >= RelatedWords.Synonym ? best : 0;
    }

    private static bool HoldsNumbers(AnnotatedText statement, AnnotatedText other) =>
        statement.Words.Where(word => word.Number is not null && word.Folded is not "one").All(word => Strength(other, word) > 0);

    private static bool IsNegated(IReadOnlyList<AnnotatedWord> words) =>
        words.Any(word => English.Negations.Contains(word) || English.Unharmed.Contains(word));
}
