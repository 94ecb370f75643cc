using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Gates;

/// <summary>What an answer must have, however well its words fit: no weight of other features makes up for it.</summary>
internal static class AnswerGate
{
    private const double LeastEvidence = 0.15;
    private const double Matched = 0.6;
    private const double LeastContentWeight = 0.6;
    private const int AttributeWithin = 5;
    private const int AttemptWithin = 3;

    /// <summary>Up to so many content words a question says one thing, which a sentence says or does not.</summary>
    private const int ShortTerms = 3;

    /// <summary>Evidence of a place that stands by one of the question's words.</summary>
    private const double PlaceNearby = 0.7;

    /// <summary>Up to so many, every one of them must be there.</summary>
    private const int VeryShortTerms = 2;

    /// <summary>
    /// Whether the candidate is no answer whatever else speaks for it: a question, a namesake, a place of something else, words of
    /// somebody else; for a short question also one without what its kind asks for.
    /// </summary>
    public static bool Bars(AlignedCandidate aligned, KindEvidence evidence)
    {
        var question = aligned.Question;
        if (IsQuestion(aligned) || question.Names.Any(name => NameMatcher.IsNamesake(name, aligned))) return true;
        if (IsOnlyAttempted(aligned) || !DoerGate.IsOfItsDoer(aligned) || DoerGate.IsOnlyOfWhatIsTheirs(aligned)) return true;
        var lacksEvidence = evidence.Strength < LeastEvidence;
        if (lacksEvidence && (question.Located.Count > 0 || question.Speaker is not null)) return true;
        if (question.Topic.Count > 0 && !question.Topic.Any(term => aligned.MatchOf(term).Strength >= Matched || TermMatcher.In(term, aligned.Candidate.Context.Near) >= Matched)) return true;
        if (lacksEvidence && question.Unit is (QuantityUnit.Money or QuantityUnit.Age or QuantityUnit.Share)) return true;
        return question.Terms.Count <= ShortTerms && question switch
        {
            { AsksForAttribute: true } => lacksEvidence || !HoldsAttribute(aligned),
            { Kind: QuestionKind.YesNo } => !HoldsClaim(aligned),
            { Kind: QuestionKind.Topic } => !HoldsTopic(aligned),
            { Kind: QuestionKind.Person or QuestionKind.Time or QuestionKind.Place } when !HoldsPredicate(aligned, isNearEnough: false) => true,
            { Kind: QuestionKind.Place, Located.Count: 0 } when evidence.Strength < PlaceNearby => true,
            { Kind: QuestionKind.Quantity } when !HoldsPredicate(aligned, isNearEnough: true) => true,
            { Kind: QuestionKind.Person or QuestionKind.Time or QuestionKind.Place or QuestionKind.Quantity, Terms.Count: <= VeryShortTerms, AsksForAttribute: false } when !HoldsClaim(aligned) => true,
            { Kind: QuestionKind.Quantity or QuestionKind.Time or QuestionKind.Place or QuestionKind.Definition or QuestionKind.Person } => lacksEvidence || !HoldsAnyContent(aligned),
            _ => false,
        };
    }

    /// <summary>"Is he dead?" is not answered by "an attempt to kill him": what was tried, planned or feared is not what happened.</summary>
    private static bool IsOnlyAttempted(AlignedCandidate aligned)
    {
        if (aligned.Question.Kind is not (QuestionKind.YesNo or QuestionKind.Person or QuestionKind.Time or QuestionKind.Quantity) || aligned.Question.Predicate is not { } predicate) return false;
        var match = aligned.MatchOf(predicate);
        if (match.Position < 0 || aligned.Question.Text.Words.Any(English.Attempts.Contains)) return false;
        if (aligned.Question.Kind == QuestionKind.Person && IsOnlyPossible(aligned, match.Position)) return true;
        return aligned.Words.Take(match.Position).TakeLast(AttemptWithin).Any(English.Attempts.Contains) || Enumerable.Range(match.Position, match.Length).Any(at => English.Attempts.Contains(aligned.Words[at]));
    }

    /// <summary>"Drones can be bought" names nobody who bought one.</summary>
    private static bool IsOnlyPossible(AlignedCandidate aligned, int predicate) =>
        !aligned.Question.Text.Words.Any(English.Modals.Contains) && aligned.Words.Take(predicate).TakeLast(2).Any(English.Modals.Contains);

    /// <summary>"Who bought the drones?" needs the buying, whatever else is said of drones.</summary>
    private static bool HoldsPredicate(AlignedCandidate aligned, bool isNearEnough) =>
        aligned.Question.Predicate is not { } predicate || aligned.MatchOf(predicate).Strength >= Matched || (isNearEnough && TermMatcher.In(predicate, aligned.Candidate.Context.Near) >= Matched);

    /// <summary>Like <see cref="HoldsContent"/>, with what stands around the sentence.</summary>
    private static bool HoldsAnyContent(AlignedCandidate aligned) =>
        aligned.Question.Kind == QuestionKind.Definition || HoldsContent(aligned)
        || aligned.Question.Terms.Any(term => !term.IsName && term.Weight >= LeastContentWeight && TermMatcher.In(term, aligned.Candidate.Context.Near) >= Matched && aligned.Question.Names.Any(name => NameMatcher.Strength(name, aligned) >= Matched));

    public static bool Admits(AlignedCandidate aligned, KindEvidence evidence) => evidence.Strength >= LeastEvidence && !IsQuestion(aligned) && !aligned.Question.Names.Any(name => NameMatcher.IsNamesake(name, aligned)) && aligned.Question switch
    {
        { AsksForAttribute: true } => HoldsAttribute(aligned),
        { Kind: QuestionKind.YesNo } => HoldsClaim(aligned),
        { Topic.Count: > 0 } question => question.Topic.Any(term => aligned.MatchOf(term).Strength >= Matched),
        { Kind: QuestionKind.Topic } => HoldsTopic(aligned),
        { Kind: QuestionKind.Definition or QuestionKind.Speech } => true,
        _ => HoldsContent(aligned),
    };

    /// <summary>Key words: all of them, in the sentence or close by.</summary>
    private static bool HoldsTopic(AlignedCandidate aligned) =>
        aligned.Question.Terms.All(term => aligned.MatchOf(term).Strength >= Matched || TermMatcher.In(term, aligned.Candidate.Context.Near) >= Matched);

    /// <summary>"Who owns Baza" is not answered by a sentence that only names Baza.</summary>
    private static bool HoldsContent(AlignedCandidate aligned)
    {
        var content = aligned.Question.Terms.Where(term => !term.IsName && term.Weight >= LeastContentWeight).ToArray();
        if (content.Length == 0) return aligned.Question.Kind is not (QuestionKind.Reason or QuestionKind.Manner);
        return content.Any(term => aligned.MatchOf(term).Strength >= Matched);
    }

    /// <summary>A newspaper's quiz holds all words of a question, and no answer.</summary>
    private static bool IsQuestion(AlignedCandidate aligned) => aligned.Candidate.Words.Text.TrimEnd('”', '"', '’', ' ').EndsWith('?');

    /// <summary>"Was Zelensky injured" needs a word for all that it claims; a name may also stand just before a pronoun ("he was injured").</summary>
    private static bool HoldsClaim(AlignedCandidate aligned)
    {
        var asksForWords = aligned.Question.Predicate is { } said && English.VerbsOfSaying.Contains(said.Word);
        if (!asksForWords && StanceReader.Of(aligned.Candidate.Words) is Stance.Denies or Stance.Silent or Stance.Confirms) return HoldsNamesAndMore(aligned);
        var hasPronoun = DoerGate.HasPronoun(aligned);
        return aligned.Question.Terms.GroupBy(term => term.Group).All(group => group.Any(term =>
            Holds(aligned.MatchOf(term).Strength, term) || (((hasPronoun && term.IsName) || IsCircumstance(aligned.Question, term)) && Holds(TermMatcher.In(term, aligned.Candidate.Context.Near), term))));

        // "The Kremlin" stands for Russia where it acts; what is done to it is not done to Russia.
        bool Holds(double strength, QuestionTerm term) => term == aligned.Question.Doer ? strength >= RelatedWords.StandsFor : strength > RelatedWords.StandsFor;
    }

    /// <summary>"Did anyone die in the attack?": what stands after the deed and a preposition says where or when, and a report does not repeat it in each sentence.</summary>
    private static bool IsCircumstance(Question question, QuestionTerm term)
    {
        if (term.IsName || question.Predicate is not { } predicate || term.Word.Start <= predicate.Word.Start) return false;
        return question.Text.Words.Any(word => word.Start > predicate.Word.Start && word.Start < term.Word.Start && English.PrepositionsOfCircumstance.Contains(word));
    }

    /// <summary>"Did Ukraine carry out the attack?" is answered by "Ukraine said it had nothing to do with the strike", which does not repeat the claim.</summary>
    private static bool HoldsNamesAndMore(AlignedCandidate aligned) =>
        aligned.Question.Names.All(name => NameMatcher.Strength(name, aligned) >= Matched)
        && aligned.Question.Terms.Where(term => !term.IsName).Select(term => aligned.MatchOf(term).Strength > 0).DefaultIfEmpty(true).Any(held => held);

    /// <summary>"The mayor of Kyiv" needs a mayor, and Kyiv beside him.</summary>
    private static bool HoldsAttribute(AlignedCandidate aligned)
    {
        var terms = aligned.Question.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].IsFocus) continue;
            var focus = aligned.Matches[i];
            if (focus.Strength < Matched) return false;
            var isLast = i + 1 == terms.Count || !terms[i + 1].IsFocus;
            var owner = isLast ? OwnerOf(aligned, i) : focus;
            if (owner.Position < 0 || Math.Abs(owner.Position - focus.Position) > AttributeWithin) return false;
        }

        return true;
    }

    /// <summary>The match of what the attribute belongs to: the term after the focus, or the one before ("Moscow's mayor").</summary>
    private static TermMatch OwnerOf(AlignedCandidate aligned, int focus)
    {
        var owner = focus + 1 < aligned.Matches.Count ? focus + 1 : focus - 1;
        return owner >= 0 && owner < aligned.Matches.Count ? aligned.Matches[owner] : aligned.Matches[focus];
    }
}
