using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Reads a question for its kind, its topic and its names. Deterministic and thread-safe.</summary>
internal static class QuestionReader
{
    /// <inheritdoc cref="Read(AnnotatedText, DateOnly?)"/>
    public static Question Read(string text, DateOnly? today = null) => Read(AnnotatedText.Read(text), today);

    /// <summary>Reads a question that has at least one word.</summary>
    /// <param name="annotated">The question, with the capital letters of its names.</param>
    /// <param name="today">The day on which it is asked, before which "on Wednesday" is the last one; null when unknown.</param>
    public static Question Read(AnnotatedText annotated, DateOnly? today)
    {
        var words = annotated.Words;
        var asks = QuestionShapeReader.FindInterrogative(words);
        var shape = QuestionShapeReader.Read(words, asks);
        var terms = QuestionTermReader.Read(words, shape);
        var speaker = shape.Kind == QuestionKind.Speech ? SpeakerOf(words, terms, asks) : null;
        var after = shape.FocusEnd > asks ? shape.FocusEnd : asks + 1;
        var predicate = PredicateReader.Find(words, terms, after);
        var (placed, place) = shape.Kind == QuestionKind.YesNo ? PlacedIn(words, terms) : ([], null);
        return new Question
        {
            Text = annotated,
            Kind = shape.Kind,
            Terms = terms,
            Names = QuestionTermReader.NamesIn(terms, words),
            Times = today is { } day ? TimeExpressionReader.Read(annotated, day) : [],
            Unit = shape.Unit,
            Grain = shape.Grain,
            Speaker = speaker,
            Topic = shape.Kind == QuestionKind.Speech ? TopicOf(words, terms) : [],
            AsksForAttribute = shape.Attribute,
            Located = shape.Kind == QuestionKind.Place ? LocatedIn(words, terms, after) : placed,
            AskedPlace = place,
            Predicate = predicate,
            Doer = DoerReader.Find(words, terms, predicate),
            AsksForSubject =
                predicate is not null
                && (
                    predicate.Word == words[after]
                    || (after + 1 < words.Count && predicate.Word == words[after + 1] && QuestionWords.IsAuxiliary(words[after]))
                ),
        };
    }

    private static List<QuestionTerm> LocatedIn(IReadOnlyList<AnnotatedWord> words, List<QuestionTerm> terms, int copula)
    {
        if (!QuestionWords.IsCopula(words, copula))
            return [];
        var located = new List<QuestionTerm>();
        foreach (var word in words.Skip(copula + 1))
        {
            var term = terms.Find(term => term.Word == word);
            if (term is not null && !TimeWords.IsCalendar(word) && !TimeWords.IsRelative(word))
                located.Add(term);
            else if (located.Count > 0)
                break;
        }

        return
            located.Count > 0
            && !words
                .Skip(copula + 1)
                .TakeWhile(word => !English.Subordinators.Contains(word) && word.Folded != "during")
                .Any(QuestionWords.IsPastTense)
            ? located
            : [];
    }

    /// <summary>Returns the name and the place of "Was Putin in the Kremlin?"; nothing for "was Putin in good health".</summary>
    private static (List<QuestionTerm> Placed, QuestionTerm? Place) PlacedIn(IReadOnlyList<AnnotatedWord> words, List<QuestionTerm> terms)
    {
        if (words.Count == 0 || !English.Copulas.Contains(words[0]))
            return ([], null);
        var preposition = 1;
        while (preposition < words.Count && words[preposition].IsCapital)
            preposition++;
        if (preposition == 1 || preposition == words.Count || !English.PrepositionsOfPlace.Contains(words[preposition]))
            return ([], null);
        var place = terms.Find(term => term.Word.Start > words[preposition].Start);
        return place is not null && (place.IsName || English.KindsOfPlaces.Contains(place.Word))
            ? ([.. words.Take(preposition).Select(word => terms.Find(term => term.Word == word)).OfType<QuestionTerm>()], place)
            : ([], null);
    }

    /// <summary>
    /// Returns the head of the noun phrase between "did" and the verb of speech: "mayor" in "the mayor of Moscow",
    /// "spokesman" in "Putin's spokesman".
    /// </summary>
    private static QuestionTerm? SpeakerOf(IReadOnlyList<AnnotatedWord> words, List<QuestionTerm> terms, int asks)
    {
        QuestionTerm? head = null;
        for (var i = asks + 2; i < words.Count && (words[i].IsCapital || !English.VerbsOfSaying.Contains(words[i])); i++)
        {
            if (head is not null && English.Prepositions.Contains(words[i]))
                break;
            head = terms.Find(term => term.Word == words[i]) ?? head;
        }

        return head;
    }

    private static List<QuestionTerm> TopicOf(IReadOnlyList<AnnotatedWord> words, List<QuestionTerm> terms)
    {
        var about = words.FirstOrDefault(word => word.Folded is "about" or "regarding" or "concerning");
        return about is null ? [] : [.. terms.Where(term => term.Word.Start > about.Start)];
    }
}
