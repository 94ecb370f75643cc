using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Questions;

/// <summary>Reads the form of a question: the kind of thing it asks for and the words that name that thing.</summary>
internal static class QuestionShapeReader
{
    /// <summary>Returns the form of a question.</summary>
    /// <param name="words">The question.</param>
    /// <param name="asks">The position of the interrogative; -1 when there is none.</param>
    public static QuestionShape Read(IReadOnlyList<AnnotatedWord> words, int asks) =>
        asks < 0 ? ReadBare(words) : ReadInterrogative(words, asks);

    /// <summary>
    /// Returns the position of the interrogative, or -1: "who", "in which city", "according to the BBC, who …", but not
    /// the pronoun of "did the man who …".
    /// </summary>
    public static int FindInterrogative(IReadOnlyList<AnnotatedWord> words)
    {
        if (words.Count > 0 && QuestionWords.IsAuxiliary(words[0]))
            return -1;

        // "X was accused of cheating. What sport do they play?": the last sentence that begins with one, possibly after a preposition.
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (words[i].BreakBefore != WordBreak.Stop)
                continue;
            if (QuestionWords.IsInterrogative(words[i]))
                return i;
            if (i + 1 < words.Count && words[i].IsStop && QuestionWords.IsInterrogative(words[i + 1]))
                return i + 1;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (QuestionWords.IsInterrogative(words[i]))
                return i;
        }

        return -1;
    }

    private static QuestionShape ReadBare(IReadOnlyList<AnnotatedWord> words) =>
        words.Count > 0 && QuestionWords.IsAuxiliary(words[0]) ? new(QuestionKind.YesNo) : new(QuestionKind.Topic);

    private static QuestionShape ReadInterrogative(IReadOnlyList<AnnotatedWord> words, int asks)
    {
        var next = asks + 1 < words.Count ? words[asks + 1] : null;
        return words[asks].Folded switch
        {
            "where" => new(QuestionKind.Place),
            "when" => new(QuestionKind.Time),
            "why" => new(QuestionKind.Reason),
            "who" or "whom" or "whose" => ReadWho(words, asks, next),
            "how" => ReadHow(words, asks, next),
            _ => ReadWhat(words, asks, next),
        };
    }

    private static QuestionShape ReadWho(IReadOnlyList<AnnotatedWord> words, int asks, AnnotatedWord? next)
    {
        if (next is null || !English.Copulas.Contains(next))
            return new(QuestionKind.Person);
        if (IsNameAlone(words, asks + 2))
            return new(QuestionKind.Definition);
        var start = SkipDeterminers(words, asks + 2);
        var role = start;
        while (role < words.Count && !English.Roles.Contains(words[role]))
            role++;
        return role < words.Count && role <= start + 3
            ? new(QuestionKind.Person, role, role + 1) { Attribute = true }
            : new(QuestionKind.Person);
    }

    private static QuestionShape ReadHow(IReadOnlyList<AnnotatedWord> words, int asks, AnnotatedWord? next) =>
        next?.Folded switch
        {
            "many" => new(QuestionKind.Quantity, asks + 2, NounPhraseEnd(words, asks + 2)) { Unit = QuantityUnit.Count },
            "much" => ReadHowMuch(words, asks),
            "long" => new(QuestionKind.Quantity) { Unit = QuantityUnit.Duration },
            "old" => new(QuestionKind.Quantity) { Unit = QuantityUnit.Age },
            "far" => new(QuestionKind.Quantity) { Unit = QuantityUnit.Distance },
            "often" => new(QuestionKind.Quantity) { Unit = QuantityUnit.Frequency },
            not null when English.ExtentWords.Contains(next!) => new(QuestionKind.Quantity) { Unit = QuantityUnit.Measure },
            "come" => new(QuestionKind.Reason),
            _ when words.Any(English.VerbsOfSaying.Contains) && words.Skip(asks).Any(English.VerbsOfReaction.Contains) => new(
                QuestionKind.Speech
            ),
            _ => new(QuestionKind.Manner),
        };

    private static QuestionShape ReadHowMuch(IReadOnlyList<AnnotatedWord> words, int asks)
    {
        var money = words.Skip(asks).Any(English.MoneyWords.Contains);
        return new(QuestionKind.Quantity) { Unit = money ? QuantityUnit.Money : QuantityUnit.Number };
    }

    private static QuestionShape ReadWhat(IReadOnlyList<AnnotatedWord> words, int asks, AnnotatedWord? next)
    {
        if (next is not null && QuestionWords.IsAuxiliary(next))
            return ReadWhatIs(words, asks, next);
        var end = NounPhraseEnd(words, asks + 1);
        if (end == asks + 1)
            return new(QuestionKind.Thing);
        var head = words[end - 1];
        return head.Folded switch
        {
            "time" => new(QuestionKind.Time) { Grain = TimeGrain.Clock },
            "day" or "date" or "weekday" => new(QuestionKind.Time) { Grain = TimeGrain.Day },
            "month" => new(QuestionKind.Time) { Grain = TimeGrain.Month },
            "year" or "years" => new(QuestionKind.Time) { Grain = TimeGrain.Year },
            "reason" => new(QuestionKind.Reason),
            not null when English.ShareNouns.Contains(head) => new(QuestionKind.Quantity) { Unit = QuantityUnit.Share },
            not null when English.NumberNouns.Contains(head) => new(QuestionKind.Quantity, asks + 1, end) { Unit = QuantityUnit.Number },
            not null when English.PlaceKinds.Contains(head) => new(QuestionKind.Place, asks + 1, end) { FocusIsKind = true },
            not null when English.PersonKinds.Contains(head) || English.Roles.Contains(head) => new(QuestionKind.Person, asks + 1, end)
            {
                FocusIsKind = end == asks + 2,
            },
            not null when English.KindNouns.Contains(head) => new(QuestionKind.Thing),
            _ => new(QuestionKind.Thing, asks + 1, end) { Attribute = end < words.Count && words[end].Folded == "of" },
        };
    }

    private static QuestionShape ReadWhatIs(IReadOnlyList<AnnotatedWord> words, int asks, AnnotatedWord auxiliary)
    {
        if (English.AuxiliaryForms.Of(auxiliary.Folded) is "do" or "have")
        {
            var last = words.Skip(asks + 2).FirstOrDefault(word => English.VerbsOfSaying.Contains(word) && !word.IsCapital);
            var speaks = last is not null && English.VerbsOfUtterance.Contains(last);
            if (speaks)
                return new(QuestionKind.Speech);
            return words.Skip(asks + 2).Any(word => word.Folded is "cause") ? new(QuestionKind.Reason) : new(QuestionKind.Thing);
        }

        var start = asks + 2;
        if (English.Copulas.Contains(auxiliary) && start < words.Count)
        {
            var of = IndexOf(words, start, "of");
            var end = NounPhraseEnd(words, start);
            if (of > start)
            {
                var head = words[of - 1].Folded;
                if (English.NumberNouns.Contains(words[of - 1]))
                    return new(QuestionKind.Quantity, of - 1, of) { Unit = QuantityUnit.Number, Attribute = true };
                return new(
                    head is "name" ? QuestionKind.Thing
                        : head is "date" ? QuestionKind.Time
                        : head is "reason" or "cause" ? QuestionKind.Reason
                        : QuestionKind.Thing,
                    SkipDeterminers(words, start),
                    of
                )
                {
                    Attribute = true,
                };
            }

            if (end > start && words.Skip(start).Take(end - start - 1).Any(word => word.IsPossessive))
            {
                return English.NumberNouns.Contains(words[end - 1])
                    ? new(QuestionKind.Quantity, end - 1, end) { Unit = QuantityUnit.Number, Attribute = true }
                    : new(QuestionKind.Thing, end - 1, end) { Attribute = true };
            }

            if (end == words.Count && !words[^1].IsPossessive && !QuestionWords.IsPastTense(words[start]))
                return new(QuestionKind.Definition);
        }

        return new(QuestionKind.Thing);
    }

    private static int IndexOf(IReadOnlyList<AnnotatedWord> words, int from, string folded)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].Folded == folded)
                return i;
            if (QuestionWords.IsAuxiliary(words[i]))
                return -1;
        }

        return -1;
    }

    private static int SkipDeterminers(IReadOnlyList<AnnotatedWord> words, int from)
    {
        while (from < words.Count && (English.Articles.Contains(words[from]) || English.Possessives.Contains(words[from])))
            from++;
        return from;
    }

    /// <summary>
    /// Returns the position after the noun phrase that starts at <paramref name="from"/>: it ends before an auxiliary, a preposition or a
    /// past tense.
    /// </summary>
    private static int NounPhraseEnd(IReadOnlyList<AnnotatedWord> words, int from)
    {
        var i = SkipDeterminers(words, from);
        while (i < words.Count && !QuestionWords.IsAuxiliary(words[i]) && !words[i].IsStop && !LooksLikeVerb(words, i, from))
            i++;
        return i;
    }

    private static bool LooksLikeVerb(IReadOnlyList<AnnotatedWord> words, int i, int from) =>
        i > from && (QuestionWords.IsPastTense(words[i]) || (!words[i].IsCapital && English.VerbsOfSaying.Contains(words[i])));

    /// <summary>Determines whether only a name follows: "who is Dmitry Peskov", not "who is the mayor of Kyiv".</summary>
    private static bool IsNameAlone(IReadOnlyList<AnnotatedWord> words, int from)
    {
        if (from >= words.Count || English.Articles.Contains(words[from]))
            return false;
        for (var i = from; i < words.Count; i++)
        {
            if (!words[i].IsCapital && !words[i].IsStop)
                return false;
            if (words[i].IsPossessive)
                return false;
        }

        return words[from].IsCapital;
    }
}
