using NewsBot.Newsroom.Composing.Agreement;
using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Composing.Matching;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing.Gates;

/// <summary>
/// Determines whether a candidate has what an answer must have, however well its words fit: no other feature makes up for it.
/// </summary>
internal static class AnswerGate
{
    private const double LeastEvidence = 0.15;
    private const double Matched = 0.6;
    private const double LeastContentWeight = 0.6;
    private const int AttributeWithin = 5;
    private const int AttemptWithin = 3;

    /// <summary>Maximum number of content words for a question to say only one thing, which a sentence says or does not.</summary>
    private const int ShortTerms = 3;

    /// <summary>Lowest strength of evidence for a place next to one of the question's words.</summary>
    private const double PlaceNearby = 0.7;

    /// <summary>Maximum number of content words of which every one must be in the sentence.</summary>
    private const int VeryShortTerms = 2;

    /// <summary>
    /// Determines whether the candidate cannot be an answer, whatever else speaks for it: a question, a namesake, the place of something
    /// else, the words of another speaker; for a short question, also a sentence without what its kind asks for.
    /// </summary>
    public static bool Bars(AlignedCandidate aligned, KindEvidence evidence)
    {
        var question = aligned.Question;
        if (IsQuestion(aligned) || question.Names.Any(name => NameMatcher.IsNamesake(name, aligned)))
            return true;
        if (IsOnlyAttempted(aligned) || !DoerGate.IsOfItsDoer(aligned) || DoerGate.IsOnlyOfWhatIsTheirs(aligned))
            return true;
        var lacksEvidence = evidence.Strength < LeastEvidence;
        if (lacksEvidence && (question.Located.Count > 0 || question.Speaker is not null))
            return true;
        if (
            question.Topic.Count > 0
            && !question.Topic.Any(term =>
                aligned.MatchOf(term).Strength >= Matched || TermMatcher.In(term, aligned.Candidate.Context.Near) >= Matched
            )
        )
            return true;
        if (lacksEvidence && question.Unit is (QuantityUnit.Money or QuantityUnit.Age or QuantityUnit.Share))
            return true;
        return question.Terms.Count <= ShortTerms
            && question switch
            {
                { AsksForAttribute: true } => lacksEvidence || !HoldsAttribute(aligned),
                { Kind: QuestionKind.YesNo } => !HoldsClaim(aligned),
                { Kind: QuestionKind.Topic } => !HoldsTopic(aligned),
                { Kind: QuestionKind.Person or QuestionKind.Time or QuestionKind.Place }
                    when !HoldsPredicate(aligned, isNearEnough: false) => true,
                { Kind: QuestionKind.Place, Located.Count: 0 } when evidence.Strength < PlaceNearby => true,
                { Kind: QuestionKind.Quantity } when !HoldsPredicate(aligned, isNearEnough: true) => true,
                {
                    Kind: QuestionKind.Person or QuestionKind.Time or QuestionKind.Place or QuestionKind.Quantity,
                    Terms.Count: <= VeryShortTerms,
                    AsksForAttribute: false
                } when !HoldsClaim(aligned) => true,
                {
                    Kind: QuestionKind.Quantity or QuestionKind.Time or QuestionKind.Place or QuestionKind.Definition or QuestionKind.Person
                } => lacksEvidence || !HoldsAnyContent(aligned),
                _ => false,
            };
    }

    /// <summary>
    /// Determines whether the predicate was only tried, planned or feared: "an attempt to kill him" does not answer "is he dead?".
    /// </summary>
    private static bool IsOnlyAttempted(AlignedCandidate aligned)
    {
        if (
            aligned.Question.Kind is not (QuestionKind.YesNo or QuestionKind.Person or QuestionKind.Time or QuestionKind.Quantity)
            || aligned.Question.Predicate is not { } predicate
        )
            return false;
        var match = aligned.MatchOf(predicate);
        if (match.Position < 0 || aligned.Question.Text.Words.Any(English.Attempts.Contains))
            return false;
        if (aligned.Question.Kind == QuestionKind.Person && IsOnlyPossible(aligned, match.Position))
            return true;
        return aligned.Words.Take(match.Position).TakeLast(AttemptWithin).Any(English.Attempts.Contains)
            || Enumerable.Range(match.Position, match.Length).Any(at => English.Attempts.Contains(aligned.Words[at]));
    }

    /// <summary>Determines whether the predicate is only possible: "drones can be bought" names no buyer.</summary>
    private static bool IsOnlyPossible(AlignedCandidate aligned, int predicate) =>
        !aligned.Question.Text.Words.Any(English.Modals.Contains) && aligned.Words.Take(predicate).TakeLast(2).Any(English.Modals.Contains);

    /// <summary>
    /// Determines whether the candidate contains the predicate: "who bought the drones?" needs the buying, whatever else is said about
    /// drones.
    /// </summary>
    private static bool HoldsPredicate(AlignedCandidate aligned, bool isNearEnough) =>
        aligned.Question.Predicate is not { } predicate
        || aligned.MatchOf(predicate).Strength >= Matched
        || (isNearEnough && TermMatcher.In(predicate, aligned.Candidate.Context.Near) >= Matched);

    /// <summary>
    /// Determines whether the sentence, or its context, contains a content word of the question; see <see cref="HoldsContent"/>.
    /// </summary>
    private static bool HoldsAnyContent(AlignedCandidate aligned) =>
        aligned.Question.Kind == QuestionKind.Definition
        || HoldsContent(aligned)
        || aligned.Question.Terms.Any(term =>
            !term.IsName
            && term.Weight >= LeastContentWeight
            && TermMatcher.In(term, aligned.Candidate.Context.Near) >= Matched
            && aligned.Question.Names.Any(name => NameMatcher.Strength(name, aligned) >= Matched)
        );

    public static bool Admits(AlignedCandidate aligned, KindEvidence evidence) =>
        evidence.Strength >= LeastEvidence
        && !IsQuestion(aligned)
        && !aligned.Question.Names.Any(name => NameMatcher.IsNamesake(name, aligned))
        && aligned.Question switch
        {
            { AsksForAttribute: true } => HoldsAttribute(aligned),
            { Kind: QuestionKind.YesNo } => HoldsClaim(aligned),
            { Topic.Count: > 0 } question => question.Topic.Any(term => aligned.MatchOf(term).Strength >= Matched),
            { Kind: QuestionKind.Topic } => HoldsTopic(aligned),
            { Kind: QuestionKind.Definition or QuestionKind.Speech } => true,
            _ => HoldsContent(aligned),
        };

    /// <summary>Determines whether the sentence or its context contains all key words.</summary>
    private static bool HoldsTopic(AlignedCandidate aligned) =>
        aligned.Question.Terms.All(term =>
            aligned.MatchOf(term).Strength >= Matched || TermMatcher.In(term, aligned.Candidate.Context.Near) >= Matched
        );

    /// <summary>
    /// Determines whether the sentence contains more than names: one that only names Baza does not answer "who owns Baza".
    /// </summary>
    private static bool HoldsContent(AlignedCandidate aligned)
    {
        var content = aligned.Question.Terms.Where(term => !term.IsName && term.Weight >= LeastContentWeight).ToArray();
        if (content.Length == 0)
            return aligned.Question.Kind is not (QuestionKind.Reason or QuestionKind.Manner);
        return content.Any(term => aligned.MatchOf(term).Strength >= Matched);
    }

    /// <summary>
    /// Determines whether the sentence is a question: a newspaper's quiz contains all words of a question, but no answer.
    /// </summary>
    private static bool IsQuestion(AlignedCandidate aligned) => aligned.Candidate.Words.Text.TrimEnd('”', '"', '’', ' ').EndsWith('?');

    /// <summary>
    /// Determines whether the sentence has a word for everything in the claim, as "was Zelensky injured" needs. If the sentence has a
    /// pronoun ("he was injured"), the name may be in its context.
    /// </summary>
    private static bool HoldsClaim(AlignedCandidate aligned)
    {
        var asksForWords = aligned.Question.Predicate is { } said && English.VerbsOfSaying.Contains(said.Word);
        if (!asksForWords && StanceReader.Of(aligned.Candidate.Words) is Stance.Denies or Stance.Silent or Stance.Confirms)
            return HoldsNamesAndMore(aligned);
        var hasPronoun = DoerGate.HasPronoun(aligned);
        return aligned
            .Question.Terms.GroupBy(term => term.Group)
            .All(group =>
                group.Any(term =>
                    Holds(aligned.MatchOf(term).Strength, term)
                    || (
                        ((hasPronoun && term.IsName) || IsCircumstance(aligned.Question, term))
                        && Holds(TermMatcher.In(term, aligned.Candidate.Context.Near), term)
                    )
                )
            );

        // "The Kremlin" may stand for Russia as the doer, but what is done to the Kremlin is not done to Russia.
        bool Holds(double strength, QuestionTerm term) =>
            term == aligned.Question.Doer ? strength >= RelatedWords.StandsFor : strength > RelatedWords.StandsFor;
    }

    /// <summary>
    /// Determines whether a term says where or when: it follows the predicate and a preposition ("did anyone die in the attack?"). A report
    /// does not repeat that in every sentence.
    /// </summary>
    private static bool IsCircumstance(Question question, QuestionTerm term)
    {
        if (term.IsName || question.Predicate is not { } predicate || term.Word.Start <= predicate.Word.Start)
            return false;
        return question.Text.Words.Any(word =>
            word.Start > predicate.Word.Start && word.Start < term.Word.Start && English.PrepositionsOfCircumstance.Contains(word)
        );
    }

    /// <summary>
    /// Determines whether the sentence contains the question's names and another of its words. "Ukraine said it had nothing to do with the
    /// strike" answers "did Ukraine carry out the attack?" without repeating the claim.
    /// </summary>
    private static bool HoldsNamesAndMore(AlignedCandidate aligned) =>
        aligned.Question.Names.All(name => NameMatcher.Strength(name, aligned) >= Matched)
        && aligned
            .Question.Terms.Where(term => !term.IsName)
            .Select(term => aligned.MatchOf(term).Strength > 0)
            .DefaultIfEmpty(true)
            .Any(held => held);

    /// <summary>
    /// Determines whether the sentence contains an attribute close to its owner: "the mayor of Kyiv" needs a mayor, and Kyiv near the word.
    /// </summary>
    private static bool HoldsAttribute(AlignedCandidate aligned)
    {
        var terms = aligned.Question.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].IsFocus)
                continue;
            var focus = aligned.Matches[i];
            if (focus.Strength < Matched)
                return false;
            var isLast = i + 1 == terms.Count || !terms[i + 1].IsFocus;
            var owner = isLast ? OwnerOf(aligned, i) : focus;
            if (owner.Position < 0 || Math.Abs(owner.Position - focus.Position) > AttributeWithin)
                return false;
        }

        return true;
    }

    /// <summary>Returns the match of the attribute's owner: the term after the focus, or the one before it ("Moscow's mayor").</summary>
    private static TermMatch OwnerOf(AlignedCandidate aligned, int focus)
    {
        var owner = focus + 1 < aligned.Matches.Count ? focus + 1 : focus - 1;
        return owner >= 0 && owner < aligned.Matches.Count ? aligned.Matches[owner] : aligned.Matches[focus];
    }
}
