namespace NewsBot.Newsroom.Language;

/// <summary>
/// Provides the English word lists, one for each concept, from the files in <c>Language/Words</c>, which describe themselves. Thread-safe.
/// </summary>
internal static class English
{
    // Function words.
    public static readonly WordList Articles = WordList.OfForms("articles");
    public static readonly WordList Possessives = WordList.OfForms("possessives");
    private static readonly WordList Demonstratives = WordList.OfForms("demonstratives");
    public static readonly WordList Determiners = WordList.OfAll(Articles, Possessives, Demonstratives);
    public static readonly WordList SubjectPronouns = WordList.OfForms("subject-pronouns");
    public static readonly WordList PronounsOfPersons = WordList.OfForms("pronouns-of-persons");
    public static readonly WordList PronounsOfWriters = WordList.OfForms("pronouns-of-writers");
    public static readonly WordList PronounsOfThings = WordList.OfForms("pronouns-of-things");

    /// <summary>Lists words that refer a sentence to the one before it: "he", "their", "this".</summary>
    public static readonly WordList Anaphors = WordList.OfAll(SubjectPronouns, Possessives, Demonstratives);

    /// <summary>Lists function words of other languages that are not English words.</summary>
    public static readonly WordList FunctionWordsOfOtherLanguages = WordList.OfForms("function-words-of-other-languages");

    public static readonly WordList Interrogatives = WordList.OfForms("interrogatives");
    public static readonly WordList Copulas = WordList.OfForms("copulas");
    public static readonly WordList Modals = WordList.OfForms("modals");
    public static readonly WordList AuxiliariesOfActors = WordList.OfForms("auxiliaries-of-actors");
    public static readonly WordClasses AuxiliaryForms = new("auxiliaries");
    private static readonly WordList NegatedAuxiliaries = WordList.OfForms("negated-auxiliaries");
    public static readonly WordList Auxiliaries = WordList.OfAll(WordList.OfForms("auxiliaries"), NegatedAuxiliaries);

    /// <summary>Lists words that negate: "not", "never", "doesn't", "without".</summary>
    public static readonly WordList Negations = WordList.OfAll(WordList.OfForms("negations"), NegatedAuxiliaries);

    public static readonly WordGroups LikeFunctionWords = new("like-function-words", word => word);
    public static readonly WordOpposites OpposedFunctionWords = new("opposed-function-words", word => word);
    public static readonly WordList RelativePronouns = WordList.OfForms("relative-pronouns");
    public static readonly WordList Coordinators = WordList.OfForms("coordinators");
    public static readonly WordList Subordinators = WordList.OfForms("subordinators");
    public static readonly WordList JoiningConjunctions = WordList.OfForms("joining-conjunctions");
    public static readonly WordList Connectives = WordList.OfForms("connectives");
    public static readonly WordList Prepositions = WordList.OfForms("prepositions");
    public static readonly WordList PrepositionsOfPlace = WordList.OfForms("prepositions-of-place");
    public static readonly WordList PrepositionsOfParties = WordList.OfForms("prepositions-of-parties");
    public static readonly WordList PrepositionsOfCircumstance = WordList.OfForms("prepositions-of-circumstance");
    public static readonly WordList Particles = WordList.OfForms("particles");
    public static readonly WordList AdverbsBeforeVerbs = WordList.OfForms("adverbs-before-verbs");
    public static readonly WordList DegreeWords = WordList.OfForms("degree-words");
    public static readonly WordList CourtesyTitles = WordList.OfForms("courtesy-titles");

    // The parts of questions.
    public static readonly WordList EmptyWords = WordList.OfForms("empty-words");
    public static readonly WordList IrregularPasts = WordList.OfForms("irregular-pasts");
    public static readonly WordList PlaceKinds = WordList.OfForms("place-kinds");
    public static readonly WordList PersonKinds = WordList.OfForms("person-kinds");
    public static readonly WordList NumberNouns = WordList.OfForms("number-nouns");
    public static readonly WordList ShareNouns = WordList.OfForms("share-nouns");
    public static readonly WordList KindNouns = WordList.OfForms("kind-nouns");
    public static readonly WordList TimeNouns = WordList.OfForms("time-nouns");
    public static readonly WordList ExtentWords = WordList.OfForms("extent-words");
    public static readonly WordList MoneyWords = WordList.OfStems("money-words");
    public static readonly WordList VerbsOfUtterance = WordList.OfStems("verbs-of-utterance");
    public static readonly WordList VerbsOfReaction = WordList.OfStems("verbs-of-reaction");
    public static readonly WordList FollowUpLinks = WordList.OfForms("follow-up-links");
    public static readonly WordList BareFollowUps = WordList.OfForms("bare-follow-ups");

    // Time and quantity; months, numbers, scales and units have readers of their own.
    public static readonly WordList Weekdays = WordList.OfForms("weekdays");
    public static readonly WordList RelativeTimes = WordList.OfForms("relative-times");
    public static readonly WordList ClockWords = WordList.OfForms("clock-words");
    public static readonly WordList TimeModifiers = WordList.OfForms("time-modifiers");
    public static readonly WordList FrequencyWords = WordList.OfForms("frequency-words");
    public static readonly WordList Approximators = WordList.OfForms("approximators");
    public static readonly WordList VagueNumbers = WordList.OfForms("vague-numbers");
    public static readonly WordList CountedPeople = WordList.OfForms("counted-people");

    // What is said, claimed and denied.
    public static readonly WordList VerbsOfSaying = WordList.OfStems("verbs-of-saying");
    public static readonly WordList FiniteVerbsOfSaying = WordList.OfForms("finite-verbs-of-saying");
    public static readonly WordList SpeechNouns = WordList.OfStems("speech-nouns");
    public static readonly WordList Voices = WordList.OfStems("voices");
    public static readonly WordList VerbsOfDenying = WordList.OfForms("verbs-of-denying");
    public static readonly WordList VerbsOfRejecting = WordList.OfStems("verbs-of-rejecting");
    public static readonly WordList VerbsOfAccusing = WordList.OfStems("verbs-of-accusing");
    public static readonly WordList VerbsOfAdmitting = WordList.OfStems("verbs-of-admitting");
    public static readonly WordList Charges = WordList.OfStems("charges");
    public static readonly WordList Unharmed = WordList.OfForms("unharmed");

    /// <summary>Lists words for what did not happen: "denied", "refused", "failed", "unhurt".</summary>
    public static readonly WordList NegatingWords = WordList.OfAll(WordList.OfForms("negating-verbs"), Unharmed);

    public static readonly WordClasses Hedges = new("hedges");
    public static readonly WordList Attempts = WordList.OfStems("attempts");
    public static readonly WordList CommandsToMachines = WordList.OfForms("commands-to-machines");

    // Evidence for an answer.
    public static readonly WordList Roles = WordList.OfStems("roles");
    public static readonly WordList KindsOfPlaces = WordList.OfStems("kinds-of-places");
    public static readonly WordClasses Reasons = new("reasons");
    public static readonly WordList DefiningVerbs = WordList.OfForms("defining-verbs");
    public static readonly WordList HabitualVerbs = WordList.OfForms("habitual-verbs");
    public static readonly WordList VerbsOfBeingSomewhere = WordList.OfForms("verbs-of-being-somewhere");

    // Equivalents and opposites of a word; related words are in the lexicon.
    public static readonly WordGroups Synonyms = new("synonyms", WordForm.StemOf);
    public static readonly WordOpposites Opposites = new("opposites", WordForm.StemOf);
    public static readonly WordList DenyingPrefixes = WordList.OfForms("denying-prefixes");
}
