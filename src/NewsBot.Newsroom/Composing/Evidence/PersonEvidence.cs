using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>Finds evidence for "who": a person or an organisation not named in the question.</summary>
internal static class PersonEvidence
{
    private const double WithRole = 1;
    private const double Acting = 0.9;
    private const double LongName = 0.9;
    private const double RoleAlone = 0.7;
    private const double AnyName = 0.5;

    public static KindEvidence Find(AlignedCandidate aligned)
    {
        var best = KindEvidence.None;
        foreach (var name in aligned.Names)
        {
            if (!IsAsked(aligned, name))
                best = best.Or(KindEvidence.Of(StrengthOf(aligned.Words, name), [.. Enumerable.Range(name.Start, name.Length)]));
        }

        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (!aligned.IsAsked(i) && English.Roles.Contains(aligned.Words[i]))
                best = best.Or(KindEvidence.Of(RoleAlone, i));
        }

        return best;
    }

    /// <summary>
    /// Determines whether a name has a role: "Kremlin spokesman Dmitry Peskov", "Putin’s spokesperson, Dmitry Peskov", "Dmitry Peskov, the
    /// spokesman".
    /// </summary>
    public static bool HasRole(IReadOnlyList<AnnotatedWord> words, NameSpan name)
    {
        if (name.Start > 0 && English.Roles.Contains(words[name.Start - 1]) && words[name.Start].BreakBefore <= WordBreak.Comma)
            return true;
        if (Enumerable.Range(name.Start, name.Length - 1).Any(i => English.Roles.Contains(words[i])))
            return true;
        if (name.End >= words.Count || words[name.End].BreakBefore != WordBreak.Comma)
            return false;
        for (var i = name.End; i < words.Count && i < name.End + 5 && (i == name.End || words[i].BreakBefore <= WordBreak.Hyphen); i++)
        {
            if (English.Roles.Contains(words[i]))
                return true;
        }

        return false;
    }

    private static double StrengthOf(IReadOnlyList<AnnotatedWord> words, NameSpan name)
    {
        if (HasRole(words, name))
            return WithRole;
        if (
            name.End < words.Count
            && words[name.End].BreakBefore <= WordBreak.None
            && (English.VerbsOfSaying.Contains(words[name.End]) || IsVerbLike(words[name.End]))
        )
            return Acting;
        return name.Length > 1 ? LongName : AnyName;
    }

    private static bool IsVerbLike(AnnotatedWord word) =>
        English.AuxiliariesOfActors.Contains(word) || word.Folded.EndsWith("ed", StringComparison.Ordinal);

    private static bool IsAsked(AlignedCandidate aligned, NameSpan name) => Enumerable.Range(name.Start, name.Length).Any(aligned.IsAsked);
}
