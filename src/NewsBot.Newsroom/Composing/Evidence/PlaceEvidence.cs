using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Evidence;

/// <summary>
/// Finds evidence for "where": a place after "in", "at", "outside" and the like. "Where was X" also needs X as the subject: "a strike on
/// X’s residence in Kyiv" does not say where X was.
/// </summary>
internal static class PlaceEvidence
{
    private const int PhraseWords = 6;
    private const int ClauseWords = 20;
    private const double IsTheName = 0.9;
    private const double IsTheNoun = 0.65;
    private const double OfSubject = 1;
    private const double OfSubjectDenied = 0.75;
    private const double NearTerm = 0.9;
    private const double Elsewhere = 0.6;

    public static KindEvidence Find(AlignedCandidate aligned)
    {
        var places = PlacesIn(aligned, position => !aligned.IsAsked(position) && IsPlace(aligned, position));
        if (places.Count == 0)
            return AfterDeed(aligned);
        return aligned.Question.Located is { Count: > 0 } located ? OfSubjectAt(aligned, located, places) : Nearest(aligned, places);
    }

    /// <summary>Finds evidence for "was X in Y": X as the subject of a clause that puts it in Y, or denies that it was there.</summary>
    public static KindEvidence FindAt(AlignedCandidate aligned, QuestionTerm place) =>
        OfSubjectAt(
            aligned,
            aligned.Question.Located,
            PlacesIn(aligned, position => aligned.MatchAt(place, position).Strength >= IsTheNoun)
        );

    private static KindEvidence OfSubjectAt(AlignedCandidate aligned, IReadOnlyList<QuestionTerm> located, List<int> places)
    {
        var best = KindEvidence.None;
        for (var i = 0; i < aligned.Words.Count; i++)
        {
            if (IsSubject(aligned, located, i))
                best = best.Or(InClauseFrom(aligned, i + 1, places));
        }

        return best;
    }

    private static bool IsSubject(AlignedCandidate aligned, IReadOnlyList<QuestionTerm> located, int i)
    {
        var word = aligned.Words[i];
        var head = located[^1];
        if (word.IsPossessive || i + 1 >= aligned.Words.Count)
            return false;
        var isHead = aligned.MatchAt(head, i).Strength >= (head.IsName ? IsTheName : IsTheNoun) && !HasOtherModifier(aligned, located, i);
        var isPronoun =
            i > 0
            && English.SubjectPronouns.Contains(word)
            && word.BreakBefore == WordBreak.Stop
            && aligned.MatchOf(head).Position is var at
            && at >= 0
            && at < i;
        if (!isHead && !isPronoun)
            return false;
        var next = aligned.Words[i + 1];
        if (!head.IsName && next.BreakBefore == WordBreak.None && English.PrepositionsOfPlace.Contains(next))
            return true;

        // A noun after the name makes the name an attribute: "Zelensky adviser", "Kremlin spokesman".
        return next.BreakBefore > WordBreak.Hyphen || English.Auxiliaries.Contains(next) || English.VerbsOfBeingSomewhere.Contains(next);
    }

    /// <summary>Determines whether another word modifies the head: "the Ukrainian president" is not "the Russian president".</summary>
    private static bool HasOtherModifier(AlignedCandidate aligned, IReadOnlyList<QuestionTerm> located, int head)
    {
        if (located.Count < 2 || head == 0)
            return false;
        var before = aligned.Words[head - 1];
        var modifies =
            before.IsCapital && !before.IsStop && aligned.Words[head].BreakBefore <= WordBreak.Hyphen && !English.Roles.Contains(before);
        return modifies && located.Take(located.Count - 1).All(term => aligned.MatchAt(term, head - 1).Strength < IsTheNoun);
    }

    private static KindEvidence InClauseFrom(AlignedCandidate aligned, int from, IReadOnlyList<int> places)
    {
        var denied = false;
        var best = KindEvidence.None;
        for (var i = from; i < aligned.Words.Count && i < from + ClauseWords; i++)
        {
            var word = aligned.Words[i];
            if (
                word.BreakBefore >= WordBreak.Dash
                || English.Subordinators.Contains(word)
                || English.RelativePronouns.Contains(word)
                || English.VerbsOfSaying.Contains(word)
            )
                break;
            if (English.Negations.Contains(word))
                denied = true;
            if (word.Folded is "and" or "but")
                denied = false;
            if (places.Contains(i))
                best = best.Or(KindEvidence.Of(denied ? OfSubjectDenied : OfSubject, [.. Whole(aligned, i)]));
        }

        return best;
    }

    private static KindEvidence Nearest(AlignedCandidate aligned, IReadOnlyList<int> places)
    {
        var best = KindEvidence.None;
        foreach (var place in places)
        {
            var near = aligned.Matches.Any(match => match.Position >= 0 && Math.Abs(match.Position - place) <= PhraseWords);
            best = best.Or(KindEvidence.Of(near ? NearTerm : Elsewhere, [.. Whole(aligned, place)]));
        }

        return best;
    }

    /// <summary>
    /// Finds what follows the predicate and a preposition of place, unless it is a time: "can be bought at any military dealer".
    /// </summary>
    private static KindEvidence AfterDeed(AlignedCandidate aligned)
    {
        var words = aligned.Words;
        if (
            aligned.Question is not { Located.Count: 0, Predicate: { } predicate }
            || aligned.MatchOf(predicate) is not { Strength: >= IsTheName, Position: >= 0 } deed
        )
            return KindEvidence.None;
        var preposition = deed.Position + deed.Length;
        if (
            preposition + 1 >= words.Count
            || words[preposition].BreakBefore > WordBreak.None
            || !English.PrepositionsOfPlace.Contains(words[preposition])
        )
            return KindEvidence.None;
        var end = preposition + 1;
        while (
            end < words.Count
            && end <= preposition + PhraseWords
            && words[end].BreakBefore <= WordBreak.Hyphen
            && (end == preposition + 1 || !words[end].IsStop)
        )
            end++;
        var place = end - 1;
        var isTime =
            words[place].Number is not null
            || TimeWords.IsCalendar(words[place])
            || TimeWords.IsUnit(words[place])
            || TimeWords.IsRelative(words[place]);
        return words[place].IsStop || isTime || aligned.IsAsked(place) ? KindEvidence.None : KindEvidence.Of(OfSubjectDenied, place);
    }

    private static IEnumerable<int> Whole(AlignedCandidate aligned, int place)
    {
        var name = aligned.Names.FirstOrDefault(name => name.Start <= place && place < name.End);
        return name.Length > 0 ? Enumerable.Range(name.Start, name.Length) : [place];
    }

    private static bool IsPlace(AlignedCandidate aligned, int position) =>
        aligned.Names.Any(name => name.Start <= position && position < name.End) || English.KindsOfPlaces.Contains(aligned.Words[position]);

    /// <summary>Returns the positions after a preposition at which the words fit.</summary>
    private static List<int> PlacesIn(AlignedCandidate aligned, Func<int, bool> fits)
    {
        var places = new List<int>();
        var words = aligned.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (!English.PrepositionsOfPlace.Contains(words[i]))
                continue;
            for (var j = i + 1; j < words.Count && j <= i + PhraseWords && words[j].BreakBefore <= WordBreak.Hyphen; j++)
            {
                if (English.PrepositionsOfPlace.Contains(words[j]) || words[j].Folded is "and" or "of")
                    break;
                if (fits(j))
                    places.Add(j);
            }
        }

        return places;
    }
}
