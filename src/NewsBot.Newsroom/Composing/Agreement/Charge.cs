using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Agreement;

/// <summary>Represents a charge in a sentence: who accuses whom of what, by the words around the verb of accusing. Immutable.</summary>
internal sealed class Charge
{
    /// <summary>The accuser is named within this many words before the verb.</summary>
    private const int AccuserWithin = 8;

    /// <summary>The accused is named within this many words after the verb.</summary>
    private const int AccusedWithin = 5;

    /// <summary>What is denied follows the verb of denying within this many words.</summary>
    private const int DeniedWithin = 20;

    /// <summary>A denial repeats this many words of the charge, or names accuser and accused.</summary>
    private const int LeastRepeated = 2;

    private readonly AnnotatedWord[] accuser;
    private readonly AnnotatedWord[] accused;
    private readonly HashSet<string> crime;

    private Charge(AnnotatedWord[] accuser, AnnotatedWord[] accused, HashSet<string> crime)
    {
        this.accuser = accuser;
        this.accused = accused;
        this.crime = crime;
    }

    /// <summary>Returns the charge in a sentence; null when nothing is charged, or in a sentence that denies something itself.</summary>
    public static Charge? In(AnnotatedText sentence)
    {
        var words = sentence.Words;
        if (StanceReader.Denies(sentence))
            return null;
        for (var verb = 1; verb < words.Count; verb++)
        {
            if (!IsAccusing(words[verb]))
                continue;
            AnnotatedWord[] accused = [.. words.Skip(verb + 1).Take(AccusedWithin).Where(IsName)];
            AnnotatedWord[] accuser = [.. words.Take(verb).TakeLast(AccuserWithin).Where(IsName)];
            if (accused.Length > 0 && accuser.Length > 0)
                return new Charge(accuser, accused, StemsOf(words.Skip(verb + 1).Where(word => !accused.Contains(word))));
        }

        return null;
    }

    /// <summary>
    /// Determines whether a sentence denies the charge: the accused denies, and denies the same, which the sentence repeats, or leaves to
    /// “the allegations” of the accuser by name.
    /// </summary>
    public bool IsDeniedBy(AnnotatedText sentence)
    {
        var words = sentence.Words;
        for (var verb = 1; verb < words.Count; verb++)
        {
            if (!StanceReader.IsDenial(words, verb) || !IsOneOf(accused, words.Take(verb)))
                continue;
            AnnotatedWord[] denied = [.. words.Skip(verb + 1).Take(DeniedWithin)];
            if (StemsOf(denied).Count(crime.Contains) >= LeastRepeated)
                return true;
            if (denied.Take(2).Any(English.Charges.Contains) && IsOneOf(accuser, words.Where(word => word.IsPossessive)))
                return true;
        }

        return false;
    }

    private static bool IsAccusing(AnnotatedWord word) =>
        English.FiniteVerbsOfSaying.Contains(word) && (English.VerbsOfAccusing.Contains(word) || word.Stem is "alleg" or "claim");

    private static bool IsName(AnnotatedWord word) => word.IsCapital && !word.IsStop && !TimeWords.IsCalendar(word);

    private static bool IsOneOf(AnnotatedWord[] party, IEnumerable<AnnotatedWord> words) =>
        words.Where(IsName).Any(word => party.Any(name => Contradictions.AreOneParty(name, word)));

    private static HashSet<string> StemsOf(IEnumerable<AnnotatedWord> words) =>
        words
            .Where(word => !word.IsStop && !English.VerbsOfSaying.Contains(word) && !English.Charges.Contains(word))
            .Select(word => word.Stem)
            .ToHashSet(StringComparer.Ordinal);
}
