using NewsBot.Newsroom.Composing.Evidence;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing;

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
    public static bool Bars(Reading reading, KindEvidence evidence)
    {
        var question = reading.Question;
        if (IsQuestion(reading) || question.Names.Any(name => NameMatcher.IsNamesake(name, reading))) return true;
        if (IsOnlyAttempted(reading) || !DoerGate.IsOfItsDoer(reading) || DoerGate.IsOnlyOfWhatIsTheirs(reading)) return true;
        var lacksEvidence = evidence.Strength < LeastEvidence;
        if (lacksEvidence && (question.Located.Count > 0 || question.Speaker is not null)) return true;
        if (question.Topic.Count > 0 && !question.Topic.Any(term => reading.MatchOf(term).Strength >= Matched || TermMatcher.In(term, reading.Candidate.Context.Near) >= Matched)) return true;
        if (lacksEvidence && question.Unit is (QuantityUnit.Money or QuantityUnit.Age or QuantityUnit.Share)) return true;
        return question.Terms.Count <= ShortTerms && question switch
        {
            { AsksForAttribute: true } => lacksEvidence || !HoldsAttribute(reading),
            { Kind: QuestionKind.YesNo } => !HoldsClaim(reading),
            { Kind: QuestionKind.Topic } => !HoldsTopic(reading),
            { Kind: QuestionKind.Person or QuestionKind.Time or QuestionKind.Place } when !HoldsPredicate(reading, isNearEnough: false) => true,
            { Kind: QuestionKind.Place, Located.Count: 0 } when evidence.Strength < PlaceNearby => true,
            { Kind: QuestionKind.Quantity } when !HoldsPredicate(reading, isNearEnough: true) => true,
            { Kind: QuestionKind.Person or QuestionKind.Time or QuestionKind.Place or QuestionKind.Quantity, Terms.Count: <= VeryShortTerms, AsksForAttribute: false } when !HoldsClaim(reading) => true,
            { Kind: QuestionKind.Quantity or QuestionKind.Time or QuestionKind.Place or QuestionKind.Definition or QuestionKind.Person } => lacksEvidence || !HoldsAnyContent(reading),
            _ => false,
        };
    }

    /// <summary>"Is he dead?" is not answered by "an attempt to kill him": what was tried, planned or feared is not what happened.</summary>
    private static bool IsOnlyAttempted(Reading reading)
    {
        if (reading.Question.Kind is not (QuestionKind.YesNo or QuestionKind.Person or QuestionKind.Time or QuestionKind.Quantity) || reading.Question.Predicate is not { } predicate) return false;
        var match = reading.MatchOf(predicate);
        if (match.Position < 0 || reading.Question.Text.Words.Any(word => IsAttempt(word))) return false;
        if (reading.Question.Kind == QuestionKind.Person && IsOnlyPossible(reading, match.Position)) return true;
        return reading.Words.Take(match.Position).TakeLast(AttemptWithin).Any(IsAttempt) || Enumerable.Range(match.Position, match.Length).Any(at => IsAttempt(reading.Words[at]));
    }

    /// <summary>"Drones can be bought" names nobody who bought one.</summary>
    private static bool IsOnlyPossible(Reading reading, int predicate) =>
        !reading.Question.Text.Words.Any(IsModal) && reading.Words.Take(predicate).TakeLast(2).Any(IsModal);

    private static bool IsModal(AnnotatedWord word) => word.Folded is "can" or "could" or "may" or "might" or "would" or "should" or "will";

    private static bool IsAttempt(AnnotatedWord word) => word.Stem is "attempt" or "tri" or "try" or "aim" or "plot" or "plan" or "threaten" or "want" or "seek" or "sought";

    /// <summary>"Who bought the drones?" needs the buying, whatever else is said of drones.</summary>
    private static bool HoldsPredicate(Reading reading, bool isNearEnough) =>
        reading.Question.Predicate is not { } predicate || reading.MatchOf(predicate).Strength >= Matched || (isNearEnough && TermMatcher.In(predicate, reading.Candidate.Context.Near) >= Matched);

    /// <summary>Like <see cref="HoldsContent"/>, with what stands around the sentence.</summary>
    private static bool HoldsAnyContent(Reading reading) =>
        reading.Question.Kind == QuestionKind.Definition || HoldsContent(reading)
        || reading.Question.Terms.Any(term => !term.IsName && term.Weight >= LeastContentWeight && TermMatcher.In(term, reading.Candidate.Context.Near) >= Matched && reading.Question.Names.Any(name => NameMatcher.Strength(name, reading) >= Matched));

    public static bool Admits(Reading reading, KindEvidence evidence) => evidence.Strength >= LeastEvidence && !IsQuestion(reading) && !reading.Question.Names.Any(name => NameMatcher.IsNamesake(name, reading)) && reading.Question switch
    {
        { AsksForAttribute: true } => HoldsAttribute(reading),
        { Kind: QuestionKind.YesNo } => HoldsClaim(reading),
        { Topic.Count: > 0 } question => question.Topic.Any(term => reading.MatchOf(term).Strength >= Matched),
        { Kind: QuestionKind.Topic } => HoldsTopic(reading),
        { Kind: QuestionKind.Definition or QuestionKind.Speech } => true,
        _ => HoldsContent(reading),
    };

    /// <summary>Key words: all of them, in the sentence or close by.</summary>
    private static bool HoldsTopic(Reading reading) =>
        reading.Question.Terms.All(term => reading.MatchOf(term).Strength >= Matched || TermMatcher.In(term, reading.Candidate.Context.Near) >= Matched);

    /// <summary>"Who owns Baza" is not answered by a sentence that only names Baza.</summary>
    private static bool HoldsContent(Reading reading)
    {
        var content = reading.Question.Terms.Where(term => !term.IsName && term.Weight >= LeastContentWeight).ToArray();
        if (content.Length == 0) return reading.Question.Kind is not (QuestionKind.Reason or QuestionKind.Manner);
        return content.Any(term => reading.MatchOf(term).Strength >= Matched);
    }

    /// <summary>A newspaper's quiz holds all words of a question, and no answer.</summary>
    private static bool IsQuestion(Reading reading) => reading.Candidate.Words.Text.TrimEnd('”', '"', '’', ' ').EndsWith('?');

    /// <summary>"Was Zelensky injured" needs a word for all that it claims; a name may also stand just before a pronoun ("he was injured").</summary>
    private static bool HoldsClaim(Reading reading)
    {
        var asksForWords = reading.Question.Predicate is { } said && Lexicon.IsSpeech(said.Word);
        if (!asksForWords && StanceReader.Of(reading.Candidate.Words) is Stance.Denies or Stance.Silent or Stance.Confirms) return HoldsNamesAndMore(reading);
        var hasPronoun = DoerGate.HasPronoun(reading);
        return reading.Question.Terms.GroupBy(term => term.Group).All(group => group.Any(term =>
            Holds(reading.MatchOf(term).Strength, term) || (((hasPronoun && term.IsName) || IsCircumstance(reading.Question, term)) && Holds(TermMatcher.In(term, reading.Candidate.Context.Near), term))));

        // "The Kremlin" stands for Russia where it acts; what is done to it is not done to Russia.
        bool Holds(double strength, QuestionTerm term) => term == reading.Question.Doer ? strength >= RelatedWords.StandsFor : strength > RelatedWords.StandsFor;
    }

    /// <summary>"Did anyone die in the attack?": what stands after the deed and a preposition says where or when, and a report does not repeat it in each sentence.</summary>
    private static bool IsCircumstance(Question question, QuestionTerm term)
    {
        if (term.IsName || question.Predicate is not { } predicate || term.Word.Start <= predicate.Word.Start) return false;
        return question.Text.Words.Any(word => word.Start > predicate.Word.Start && word.Start < term.Word.Start && word.Folded is "in" or "at" or "during" or "after" or "near" or "around");
    }

    /// <summary>"Did Ukraine carry out the attack?" is answered by "Ukraine said it had nothing to do with the strike", which does not repeat the claim.</summary>
    private static bool HoldsNamesAndMore(Reading reading) =>
        reading.Question.Names.All(name => NameMatcher.Strength(name, reading) >= Matched)
        && reading.Question.Terms.Where(term => !term.IsName).Select(term => reading.MatchOf(term).Strength > 0).DefaultIfEmpty(true).Any(held => held);

    /// <summary>"The mayor of Kyiv" needs a mayor, and Kyiv beside him.</summary>
    private static bool HoldsAttribute(Reading reading)
    {
        var terms = reading.Question.Terms;
        for (var i = 0; i < terms.Count; i++)
        {
            if (!terms[i].IsFocus) continue;
            var focus = reading.Matches[i];
            if (focus.Strength < Matched) return false;
            var isLast = i + 1 == terms.Count || !terms[i + 1].IsFocus;
            var owner = isLast ? OwnerOf(reading, i) : focus;
            if (owner.Position < 0 || Math.Abs(owner.Position - focus.Position) > AttributeWithin) return false;
        }

        return true;
    }

    /// <summary>The match of what the attribute belongs to: the term after the focus, or the one before ("Moscow's mayor").</summary>
    private static TermMatch OwnerOf(Reading reading, int focus)
    {
        var owner = focus + 1 < reading.Matches.Count ? focus + 1 : focus - 1;
        return owner >= 0 && owner < reading.Matches.Count ? reading.Matches[owner] : reading.Matches[focus];
    }
}
